// Runs before the first paint: the stored theme wins over the system's, and styles know that scripts run.
const stored = localStorage.getItem('theme')
if (stored === 'light' || stored === 'dark') document.documentElement.dataset.theme = stored
document.documentElement.classList.add('js')
