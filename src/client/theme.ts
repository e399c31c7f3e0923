export type Theme = 'light' | 'dark'

const dark = matchMedia('(prefers-color-scheme: dark)')
const CHANGE = 'patchbay:theme'

/** The theme on screen: the stored choice, else the system's. */
export function theme(): Theme {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') return chosen
  return dark.matches ? 'dark' : 'light'
}

/** Calls the listener after every change of the theme until the function returned is called. */
export function onTheme(listener: () => void): () => void {
  document.addEventListener(CHANGE, listener)
  dark.addEventListener('change', listener)
  return () => {
    document.removeEventListener(CHANGE, listener)
    dark.removeEventListener('change', listener)
  }
}

/** Makes a button switch the theme, for this browser from now on. */
export function themeToggle(button: HTMLElement): void {
  const show = () => button.setAttribute('aria-pressed', String(theme() === 'dark'))
  button.addEventListener('click', () => {
    const next = theme() === 'dark' ? 'light' : 'dark'
    document.documentElement.dataset.theme = next
    localStorage.setItem('theme', next)
    document.dispatchEvent(new Event(CHANGE))
  })
  onTheme(show)
  show()
}
