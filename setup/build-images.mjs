// `npm run images`: the two images of docker-compose.yml. With `--engine 20|28|all`: instead, lab hosts with these
// generations of the Docker engine, handed to this checkout's lab engine.
import { parseArgs } from 'node:util'
import { buildAppImage } from './app-image.mjs'
import { provideDocker } from './docker.mjs'
import { chosenGenerations, generationIsLoaded } from './generations.mjs'
import { buildImages, engineImage, imagesAreBuilt } from './images.mjs'
import { provideGenerations, provideLabs, provideProgram } from './provide.mjs'
import { run } from './run.mjs'
import { buildSite } from './site.mjs'
import { step } from './steps.mjs'

const { values } = parseArgs({ options: { engine: { type: 'string' } } })
if (values.engine !== undefined) {
  await provideLabs()
  await provideGenerations(chosenGenerations(values.engine))
  process.exit((await Promise.all(chosenGenerations(values.engine).map(generationIsLoaded))).every(Boolean) ? 0 : 1)
}

await provideProgram()
await step('Docker engine', provideDocker)
if (!(await imagesAreBuilt())) await step('Images', buildImages)
await run('docker', ['tag', engineImage(), 'patchbay/engine'])
await step('Site', buildSite)
await step('App image', buildAppImage)
