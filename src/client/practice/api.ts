import type { MockState, MockView, NewReview, PracticeView } from '../../../server/protocol/index.ts'
import { request } from '../api.ts'

// What this browser practised; a guest is made with the first answer. Each throws a Refusal.
export const practice = () => request<PracticeView>('GET', '/api/practice')
export const sendReview = (review: NewReview) => request<PracticeView>('POST', '/api/practice/reviews', review)
export const startMock = (state: MockState) => request<MockView>('POST', '/api/practice/mocks', state)
export const saveMock = (id: string, { minutes, rounds, over }: MockState) =>
  request<MockView>('PUT', `/api/practice/mocks/${id}`, { minutes, rounds, over })
