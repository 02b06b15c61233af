import { partRule } from '../support/part-rule.ts'

export const rule = partRule('cpu', {
  id: 'cpu.topology',
  title: 'The topology does not multiply to the vCPUs',
  source: 'libvirt 11.3: "CPU topology doesn\'t match maximum vcpu count"',
  *check({ topology }, context) {
    const vcpus = context.domain.vcpu?.value
    if (topology === undefined || vcpus === undefined) return
    const { sockets = 1, dies = 1, clusters = 1, cores = 1, threads = 1 } = topology
    const product = sockets * dies * clusters * cores * threads
    if (product === vcpus) return
    const rest = sockets * dies * clusters * threads
    const fits = vcpus % rest === 0
    yield {
      at: ['topology'],
      message: `The topology makes ${product} vCPUs (sockets ${sockets}, dies ${dies}, clusters ${clusters}, cores ${cores}, threads ${threads}), the VM has ${vcpus}. libvirt: “CPU topology doesn't match maximum vcpu count”. Change one of them.`,
      fix: fits
        ? { title: `Set cores to ${vcpus / rest}`, at: ['topology', 'cores'], value: vcpus / rest }
        : { title: 'Leave the topology out' },
    }
  },
})
