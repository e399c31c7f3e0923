// Runs before the first paint: the stored theme wins over the system's, and styles know that scripts run, and whether
// there is progress to leave room for.
const stored = localStorage.getItem('theme')
if (stored === 'light' || stored === 'dark') document.documentElement.dataset.theme = stored
document.documentElement.classList.add('js')
if (localStorage.getItem('begun')) document.documentElement.classList.add('begun')
// A choice in the address: the list is shown when it has been made.
if (location.search) {
  document.documentElement.classList.add('choosing')
  addEventListener('load', () => document.documentElement.classList.remove('choosing'))
}
