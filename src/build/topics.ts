/** What a lab's topic is called on pages, in the order of the track. */
export const topics: Record<string, string> = {
  cnm: 'Networks and endpoints',
  bridge: 'Bridges',
  dns: 'Names',
  iptables: 'Firewall',
  overlay: 'Overlays',
  macvlan: 'Macvlan and host',
  mtu: 'Packet sizes',
  triage: 'Triage',
}

export const topicName = (topic: string) => topics[topic] ?? topic

/** Those that occur, in the order of the track. */
export function topicsOf(labs: { topic: string }[]): string[] {
  const order = Object.keys(topics)
  const place = (topic: string) => (order.includes(topic) ? order.indexOf(topic) : order.length)
  return [...new Set(labs.map(({ topic }) => topic))].sort((a, b) => place(a) - place(b))
}
