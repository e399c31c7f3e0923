/** Keeps what is typed into a field in this browser, until it is sent: a reload loses nothing. */
export function keepDraft(field: HTMLTextAreaElement, key: string): { forget: () => void } {
  const name = `patchbay-draft-${key}`
  const keep = () => write(name, field.value)
  // What was typed before this script ran counts.
  if (field.value === '') field.value = read(name)
  else keep()
  field.addEventListener('input', keep)
  return {
    forget() {
      field.removeEventListener('input', keep)
      write(name, '')
    },
  }
}

// A browser may forbid storage; then a reload starts with an empty field.
function read(name: string): string {
  try {
    return localStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}

function write(name: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(name)
    else localStorage.setItem(name, text)
  } catch {
    // As above.
  }
}
