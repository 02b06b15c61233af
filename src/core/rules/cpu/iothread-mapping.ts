import { deviceRule } from '../support/device-rule.ts'

export const rule = deviceRule(['disks', 'controllers'], {
  id: 'iothread.mapping',
  title: 'Queues that are dealt out to I/O threads as they can’t be',
  source:
    'libvirt 11.3: "duplicate mapping for iothread \'3\'", "iothread queue \'0\' is already assigned", "missing iothread mapping for queue \'2\'", "iothread queue \'9\' mapping out of range", "iothread to queue mapping must be provided for all iothreads or for none", "\'queue\' count must be configured for explicit iothread to queue mapping", "attribute can\'t be used together with \'iothreads\' subelement"',
  check({ driver }) {
    const { iothreads = [], iothread, queues } = driver ?? {}
    const wrong =
      iothread !== undefined && iothreads.length > 0
        ? 'There is one I/O thread, and a list of them.'
        : wrongIn(iothreads, queues)
    if (wrong === undefined) return undefined
    return {
      at: ['driver', 'iothreads'],
      message: `${wrong} Without the list libvirt deals them out itself.`,
      fix: { title: 'Leave the list out' },
    }
  },
})

interface Mapping {
  readonly id?: number | undefined
  readonly queues?: readonly { readonly id?: number | undefined }[] | undefined
}

function wrongIn(mappings: readonly Mapping[], count: number | undefined): string | undefined {
  const threads = mappings.map(({ id }) => id)
  const twice = threads.find((id, index) => threads.indexOf(id) < index)
  if (twice !== undefined) return `I/O thread ${twice} is on the list twice.`
  const served = mappings.flatMap(({ queues = [] }) => queues.map(({ id }) => id ?? 0))
  if (served.length === 0) return undefined
  if (mappings.some(({ queues = [] }) => queues.length === 0))
    return 'Some I/O threads have their queues, and others have not.'
  if (count === undefined || count === 0) return 'How many queues there are is not said.'
  const again = served.find((id, index) => served.indexOf(id) < index)
  if (again !== undefined) return `Queue ${again} has two I/O threads.`
  const beyond = served.find((id) => id >= count)
  if (beyond !== undefined) return `There are ${count} queues, numbered from 0, and no queue ${beyond}.`
  return served.length < count ? 'Some queues have no I/O thread.' : undefined
}
