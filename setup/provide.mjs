// The steps that lead from a fresh machine to what a command needs. Each looks first whether it is done already.
import { dockerAnswers, provideDocker, requireRoom } from './docker.mjs'
import { generationIsLoaded, provideGeneration } from './generations.mjs'
import { buildImages, imagesAreBuilt } from './images.mjs'
import { engineIsReady, startLabEngine } from './lab-engine.mjs'
import { dependenciesAreReady, installDependencies, installNode, nodeIsReady } from './node.mjs'
import { step } from './steps.mjs'

/** Node 24 and the packages: enough for commands that need no engine. */
export async function provideProgram() {
  if (!nodeIsReady()) await step('Node 24', installNode)
  if (!dependenciesAreReady()) await step('Dependencies', installDependencies)
}

/** A lab engine that answers. */
export async function provideLabs() {
  if ((await dockerAnswers()) && (await engineIsReady())) return
  if (!(await dockerAnswers())) await step('Docker engine', provideDocker)
  if (!(await imagesAreBuilt())) {
    await step('Images', async (onLine) => {
      await requireRoom()
      await buildImages(onLine)
    })
  }
  if (!(await engineIsReady())) await step('Lab engine', startLabEngine)
}

/** Lab hosts of these generations of the engine, where they can be had. What cannot is said; the rest goes on. */
export async function provideGenerations(generations) {
  for (const generation of generations) {
    if (await generationIsLoaded(generation)) continue
    await step(`Engine ${generation}`, (onLine) => provideGeneration(generation, onLine), { optional: true })
  }
}
