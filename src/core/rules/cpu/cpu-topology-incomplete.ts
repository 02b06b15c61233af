import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cpu', {
  id: 'cpu.topology-incomplete',
  title: 'A topology that leaves a count out',
  source: "libvirt 11.3: \"Missing required attribute 'sockets' in element 'topology'\"",
  *check({ topology }) {
    if (topology === undefined) return
    const missing = (['sockets', 'cores', 'threads'] as const).filter((key) => topology[key] === undefined)
    if (missing.length === 0) return
    yield {
      at: ['topology'],
      message: `The topology says nothing of ${missing.join(' and ')}, which libvirt requires. Set ${missing.length === 1 ? 'it' : 'them'}, at least to 1.`,
      fix: {
        title: `Set ${missing.join(' and ')} to 1`,
        all: missing.map((key) => ({ at: ['topology', key], value: 1 })),
      },
    }
  },
})
