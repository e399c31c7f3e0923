import type { Terminal } from '@xterm/xterm'
import type { Emulator } from './terminal-feed.ts'

/** The state of xterm's parser between two sequences. */
const GROUND = 0
/** Where pictures are slow, one is drawn this often while output floods in. */
const PICTURE_MS = 60
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i

/** What xterm does not tell in public. */
interface Core {
  buffer: { scrollTop: number; scrollBottom: number }
  coreService: { decPrivateModes: { synchronizedOutput: boolean } }
  _inputHandler: { _parser: { currentState: number } }
}

/** An xterm as what output is fed to; `slow`: drawing it takes the processor's time. */
export function emulatorOf(term: Terminal, slow: boolean): Emulator {
  const { _core: core } = term as unknown as { _core: Core }
  return {
    write: (bytes, done) => term.write(bytes, done),
    get history() {
      return term.options.scrollback ?? 0
    },
    get scrollsFreely() {
      const { scrollTop, scrollBottom } = core.buffer
      return core._inputHandler._parser.currentState === GROUND && scrollTop === 0 && scrollBottom === term.rows - 1
    },
    flooded: slow ? fewerPictures(term, core) : () => {},
  }
}

/** Holds pictures back as a program can (mode 2026, synchronized output), and never two in a row. */
function fewerPictures(term: Terminal, { coreService }: Core): () => void {
  let drawn = true
  term.onRender(() => {
    drawn = true
  })
  return () => {
    if (!drawn || coreService.decPrivateModes.synchronizedOutput) return
    drawn = false
    coreService.decPrivateModes.synchronizedOutput = true
    setTimeout(() => {
      coreService.decPrivateModes.synchronizedOutput = false
      term.refresh(0, term.rows - 1)
    }, PICTURE_MS)
  }
}

let slow: boolean | undefined

/** Whether the processor does the work of a graphics card. */
export function drawingIsSlow(): boolean {
  slow ??= SOFTWARE.test(nameOfCard())
  return slow
}

function nameOfCard(): string {
  const gl = document.createElement('canvas').getContext('webgl2')
  if (!gl) return 'software'
  const names = gl.getExtension('WEBGL_debug_renderer_info')
  const name = gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER)
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return String(name)
}
