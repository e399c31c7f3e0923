// `npm run images`: the two images of docker-compose.yml.
import { buildAppImage } from './app-image.mjs'
import { provideDocker } from './docker.mjs'
import { buildImages, engineImage, imagesAreBuilt } from './images.mjs'
import { provideProgram } from './provide.mjs'
import { run } from './run.mjs'
import { buildSite } from './site.mjs'
import { step } from './steps.mjs'

await provideProgram()
await step('Docker engine', provideDocker)
if (!(await imagesAreBuilt())) await step('Images', buildImages)
await run('docker', ['tag', engineImage(), 'patchbay/engine'])
await step('Site', buildSite)
await step('App image', buildAppImage)
