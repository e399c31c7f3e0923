import { questions } from 'virtual:patchbay/interview'

/** All questions, for the mock interview. */
export const GET = () => Response.json(questions)
