import mdx from '@astrojs/mdx'
import type { AstroUserConfig } from 'astro'
import expressiveCode, { definePlugin } from 'astro-expressive-code'
import { select } from 'astro-expressive-code/hast'
import type { InterviewQuestion, LabView } from '../../server/protocol/index.ts'
import { compress } from './compress.ts'
import { interviewPlugin } from './interview-plugin.ts'
import { lessonPlugin } from './lesson-plugin.ts'

/** Columns that have room on the narrowest screen. */
const NARROWEST = 24

/**
 * Names each block by its first line: one that scrolls sideways has to be reached by keyboard, and needs a name then.
 * One that may scroll is reached from the start; once it is laid out, Expressive Code's script looks whether it does.
 */
const reachable = definePlugin({
  name: 'reachable',
  hooks: {
    postprocessRenderedBlock: ({ codeBlock, renderData }) => {
      const pre = select('pre', renderData.blockAst)
      if (!pre) return
      const lines = codeBlock.getLines().map(({ text }) => text)
      pre.properties['aria-label'] = `${codeBlock.language}: ${lines[0]?.trim() ?? ''}`
      const fits = codeBlock.props.wrap || lines.every((line) => line.length <= NARROWEST)
      if (!fits) Object.assign(pre.properties, { tabIndex: 0, role: 'group' })
    },
  },
})

/** ```` ```bash norun ````: for reading, no "Run in terminal". `enter`: runs at once. */
const running = definePlugin({
  name: 'running',
  hooks: {
    postprocessRenderedBlock: ({ codeBlock: { metaOptions }, renderData: { blockAst } }) => {
      for (const flag of ['norun', 'enter']) if (metaOptions.getBoolean(flag)) blockAst.properties[`data-${flag}`] = ''
    },
  },
})

/** ```` ```bash host=host-2 ````: the host stands above the block, and a script finds it there. */
const onHost = definePlugin({
  name: 'on-host',
  hooks: {
    postprocessRenderedBlock: ({ codeBlock, renderData }) => {
      const host = codeBlock.metaOptions.getString('host')
      if (host) renderData.blockAst.properties['data-host'] = host
    },
  },
})

/** ```` ```text engine="28" ````: which engines print this stands above the block. */
const byEngine = definePlugin({
  name: 'by-engine',
  hooks: {
    postprocessRenderedBlock: ({ codeBlock, renderData }) => {
      const engines = codeBlock.metaOptions.getString('engine')
      if (engines) renderData.blockAst.properties['data-engine'] = engines.split(/\s+/).join(', ')
    },
  },
})

/**
 * The site as files: every page prerendered, every script and style a file of its own. Only the script that has to run
 * before the first paint is part of the page; the server's CSP lets it in by its hash.
 */
export function siteConfig(
  loadLabs: () => Promise<LabView[]>,
  loadQuestions: () => Promise<InterviewQuestion[]>,
): AstroUserConfig {
  const api = process.env.PATCHBAY_API
  return {
    output: 'static',
    publicDir: './src/public',
    trailingSlash: 'ignore',
    devToolbar: { enabled: false },
    build: { inlineStylesheets: 'never' },
    integrations: [
      expressiveCode({
        themes: ['github-light', 'github-dark'],
        themeCssSelector: (theme) => `[data-theme='${theme.type}']`,
        useDarkModeMediaQuery: true,
        defaultProps: { overridesByLang: { bash: { frame: 'none', wrap: true, preserveIndent: true } } },
        frames: { removeCommentsWhenCopyingTerminalFrames: false, showCopyToClipboardButton: true },
        styleOverrides: {
          borderRadius: '6px',
          borderColor: 'var(--line)',
          codeFontFamily: 'var(--mono)',
          codeFontSize: '0.875rem',
          uiFontFamily: 'var(--sans)',
          codeBackground: 'var(--code)',
          frames: {
            frameBoxShadowCssValue: 'none',
            editorTabBarBackground: 'var(--panel)',
            terminalTitlebarBackground: 'var(--panel)',
            terminalBackground: 'var(--code)',
            editorBackground: 'var(--code)',
          },
        },
        plugins: [reachable, running, onHost, byEngine],
      }),
      mdx(),
      compress(),
    ],
    vite: {
      plugins: [lessonPlugin(loadLabs), interviewPlugin(loadQuestions)],
      build: {
        assetsInlineLimit: 0,
        rolldownOptions: {
          // Astro marks lesson modules with a directive of its own; the bundler warns of it when Astro has read it.
          onLog: (level, log, report) => {
            if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log)
          },
        },
      },
      // `npm run dev`: pages from Vite, everything under /api from the server beside it.
      server: api ? { proxy: { '/api': { target: api, ws: true } } } : {},
    },
  }
}
