import { MAX_TERMINALS, type OpenTerminal } from '../../server/protocol/index.ts'

/** Terminals beside or below each other in one tab. */
const MOST_IN_A_TAB = 4
const LEAST_SHARE = 0.15
const LONGEST_NAME = 40

/** Which terminal: the `n`th of a host. */
export interface Place {
  host: string
  n: number
}

export interface Pane extends Place {
  /** Its part of the tab's width or height, compared with the others'. */
  share: number
}

export interface Tab {
  id: number
  /** As the learner calls it; empty for the host's name. */
  name: string
  /** `row`: beside each other; `column`: below each other. */
  direction: 'row' | 'column'
  panes: Pane[]
  /** Index of the pane that was used last. */
  active: number
}

/** How the terminals of a lab are arranged. Never without a tab, no tab without a pane. */
export interface Layout {
  tabs: Tab[]
  /** Index of the tab on screen. */
  front: number
}

/** A tab for each host. */
export function initialLayout(hosts: string[]): Layout {
  return { tabs: hosts.map((host, id) => tabOf(id, { host, n: 1 })), front: 0 }
}

/** The layout as stored in this browser, or the first one where that is none for these hosts. */
export function restoredLayout(stored: string | null, hosts: string[]): Layout {
  try {
    const { tabs, front } = JSON.parse(stored ?? '') as Layout
    const valid =
      tabs.length > 0 &&
      Number.isInteger(front) &&
      tabs[front] !== undefined &&
      tabs.every(isTab) &&
      panesOf({ tabs, front }).every(({ host }) => hosts.includes(host)) &&
      new Set(panesOf({ tabs, front }).map(nameOf)).size === panesOf({ tabs, front }).length
    if (valid) return { tabs, front }
  } catch {
    // Nothing stored, or no JSON.
  }
  return initialLayout(hosts)
}

function isTab({ id, name, direction, panes, active }: Tab): boolean {
  return (
    Number.isInteger(id) &&
    typeof name === 'string' &&
    (direction === 'row' || direction === 'column') &&
    panes[active] !== undefined &&
    panes.every(({ n, share }) => Number.isInteger(n) && n >= 1 && n <= MAX_TERMINALS && share > 0)
  )
}

export const panesOf = ({ tabs }: Layout): Pane[] => tabs.flatMap(({ panes }) => panes)

/** `host-1`, and `host-1 (2)` for its second terminal. */
export const nameOf = ({ host, n }: Place): string => (n === 1 ? host : `${host} (${n})`)

/** What stands on a tab. */
export function titleOf({ name, panes }: Tab): string {
  const [first] = panes
  if (name || !first) return name
  return panes.length === 1 ? nameOf(first) : `${first.host} ×${panes.length}`
}

export function frontPane({ tabs, front }: Layout): Pane {
  const tab = tabs[front]!
  return tab.panes[tab.active]!
}

/** Adds what was opened in this lab from another page. */
export function withOpened(layout: Layout, opened: OpenTerminal[]): Layout {
  const known = new Set(panesOf(layout).map(nameOf))
  const missing = opened.filter((terminal) => terminal.running && !known.has(nameOf(terminal)))
  return { ...layout, tabs: [...layout.tabs, ...missing.map((place, index) => tabOf(freeId(layout) + index, place))] }
}

export const hasRoom = (layout: Layout): boolean => panesOf(layout).length < MAX_TERMINALS

export const canSplit = (layout: Layout): boolean =>
  hasRoom(layout) && layout.tabs[layout.front]!.panes.length < MOST_IN_A_TAB

/** A new terminal of this host in a tab of its own, in front. */
export function withTab(layout: Layout, host: string): Layout {
  if (!hasRoom(layout)) return layout
  const tab = tabOf(freeId(layout), { host, n: freeNumber(layout, host) })
  return { tabs: [...layout.tabs, tab], front: layout.tabs.length }
}

/** A new terminal of the same host beside or below the one in use. */
export function withSplit(layout: Layout, direction: Tab['direction']): Layout {
  if (!canSplit(layout)) return layout
  const { host } = frontPane(layout)
  return changed(layout, layout.front, (tab) => {
    const share = tab.panes.reduce((sum, pane) => sum + pane.share, 0) / tab.panes.length
    const panes = tab.panes.toSpliced(tab.active + 1, 0, { host, n: freeNumber(layout, host), share })
    return { ...tab, direction, panes, active: tab.active + 1 }
  })
}

/** Without the terminal in use; the last one stays. */
export function withoutFront(layout: Layout): Layout {
  const tab = layout.tabs[layout.front]!
  if (tab.panes.length > 1) {
    const panes = tab.panes.toSpliced(tab.active, 1)
    return changed(layout, layout.front, () => ({ ...tab, panes, active: Math.min(tab.active, panes.length - 1) }))
  }
  if (layout.tabs.length === 1) return layout
  const tabs = layout.tabs.toSpliced(layout.front, 1)
  return { tabs, front: Math.min(layout.front, tabs.length - 1) }
}

export function withName(layout: Layout, name: string): Layout {
  return changed(layout, layout.front, (tab) => ({ ...tab, name: name.trim().slice(0, LONGEST_NAME) }))
}

/** This terminal in front and in use. */
export function withFront(layout: Layout, place: Place): Layout {
  const front = layout.tabs.findIndex(({ panes }) => panes.some((pane) => isSame(pane, place)))
  if (front < 0) return layout
  return changed({ ...layout, front }, front, (tab) => ({
    ...tab,
    active: tab.panes.findIndex((pane) => isSame(pane, place)),
  }))
}

/** A terminal of this host in front: the one in use, else one on screen, else its first; a new one where it has none. */
export function withHost(layout: Layout, host: string): Layout {
  const onScreen = layout.tabs[layout.front]!.panes
  const found = [frontPane(layout), ...onScreen, ...panesOf(layout)].find((pane) => pane.host === host)
  return found ? withFront(layout, found) : withTab(layout, host)
}

/** The border behind the pane `before` moved by a part of the tab's width or height. */
export function withBorderMoved(layout: Layout, before: number, by: number): Layout {
  return changed(layout, layout.front, (tab) => {
    const whole = tab.panes.reduce((sum, pane) => sum + pane.share, 0)
    const [one, two] = [tab.panes[before]!, tab.panes[before + 1]!]
    const least = LEAST_SHARE * whole
    const step = Math.min(two.share - least, Math.max(least - one.share, by * whole))
    const panes = tab.panes.with(before, { ...one, share: one.share + step })
    return { ...tab, panes: panes.with(before + 1, { ...two, share: two.share - step }) }
  })
}

const tabOf = (id: number, { host, n }: Place): Tab => ({
  id,
  name: '',
  direction: 'row',
  panes: [{ host, n, share: 1 }],
  active: 0,
})

const isSame = (one: Place, other: Place) => one.host === other.host && one.n === other.n

const freeId = ({ tabs }: Layout) => Math.max(...tabs.map(({ id }) => id)) + 1

function freeNumber(layout: Layout, host: string): number {
  const taken = panesOf(layout).flatMap((pane) => (pane.host === host ? [pane.n] : []))
  let n = 1
  while (taken.includes(n)) n++
  return n
}

function changed(layout: Layout, index: number, change: (tab: Tab) => Tab): Layout {
  return { ...layout, tabs: layout.tabs.with(index, change(layout.tabs[index]!)) }
}
