/** Parts of the site's own addresses, which say nothing of what is looked for. */
const OWN = ['lessons', 'labs', 'practice', 'reference', 'index', 'html', 'php']

/** The words of an address: "/lab/dns-upsteam.html" looks for "lab dns upsteam". */
export function pathWords(path: string): string {
  const text = path.replace(/%[0-9a-f]{2}/gi, ' ')
  return text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !OWN.includes(word.toLowerCase()))
    .join(' ')
}
