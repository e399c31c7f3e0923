/** The generation of the Docker engine that every lab engine has lab hosts with. */
export const USUAL_ENGINE = '26'

/** The image of lab hosts with an engine of this generation, on the lab engine. */
export const labHostImage = (engine: string) => `patchbay/lab-host:${engine === USUAL_ENGINE ? 'latest' : engine}`

/** The generation in an image's name; undefined when it is no lab host's. */
export function engineOfImage(tag: string): string | undefined {
  const [, version] = /^patchbay\/lab-host:(latest|\d+)$/.exec(tag) ?? []
  return version === 'latest' ? USUAL_ENGINE : version
}
