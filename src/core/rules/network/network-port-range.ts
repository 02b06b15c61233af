import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'network.port-range',
  title: 'A port that does not exist',
  source: 'TCP and UDP: ports go from 1 to 65535',
  *check(context) {
    for (const [index, text] of (context.spec.network?.port_forwards ?? []).entries()) {
      const ports = text.split(':').map(Number)
      if (ports.length === 2 && ports.every((port) => Number.isInteger(port) && port >= 1 && port <= 65535))
        continue
      yield {
        path: ['network', 'port_forwards', index],
        message: `${text} is no forward. Write the port of the host and that of the guest, each from 1 to 65535, such as 8080:80.`,
      }
    }
  },
}
