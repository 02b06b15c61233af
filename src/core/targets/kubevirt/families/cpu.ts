/** The processor: `domain.cpu`. */
import { isRecord } from '../../../table/index.ts'
import { type Reading, ways } from '../reading.ts'
import { formed, same, whole } from '../words/codec.ts'
import { readWords, says, sayWords } from '../words/words.ts'
import type { Writing } from '../writing.ts'

const count = whole(1, 8192)
const modelName = formed(/^[\w.,+-]{1,100}$/)
const feature = [
  says('policy', 'policy', same('force', 'require', 'optional', 'disable', 'forbid')),
  says('name', 'name', modelName),
]
const way = [...ways.domain, 'cpu']
const numberOf = (held: unknown) => (typeof held === 'number' ? held : undefined)

export function readCpu(reading: Reading): void {
  readModel(reading)
  const { vm } = reading
  const [sockets, cores, threads, most] = ['sockets', 'cores', 'threads', 'maxSockets'].map((key) =>
    numberOf(vm.takeAs([...way, key], count.read)),
  )
  const each = (cores ?? 1) * (threads ?? 1)
  const atStart = (sockets ?? 1) * each
  const value = Math.max(sockets ?? 1, most ?? 1) * each
  reading.say({ vcpu: { value, placement: 'static', ...(value > atStart ? { current: atStart } : {}) } })
  if (cores !== undefined || threads !== undefined)
    reading.say({ cpu: { topology: { sockets: value / each, cores: cores ?? 1, threads: threads ?? 1 } } })
  readRealtime(reading, value)
}

function readModel(reading: Reading): void {
  const { vm } = reading
  const model = vm.takeAs([...way, 'model'], modelName.read)
  const mode = model === undefined ? 'host-model' : model
  const isMode = mode === 'host-model' || mode === 'host-passthrough'
  reading.say({ cpu: isMode ? { mode } : { mode: 'custom', model: { value: mode } } })
  if (mode === 'host-passthrough') reading.say({ cpu: { check: 'none' } })
  const features = vm.takeItems([...way, 'features']).map((hand) => ({
    // `require` is meant where nothing is said.
    policy: 'require',
    ...readWords(feature, hand),
  }))
  if (features.length > 0) reading.say({ cpu: { features } })
}

function readRealtime(reading: Reading, vcpus: number): void {
  const realtime = reading.vm.peek([...way, 'realtime'])
  if (!isRecord(realtime)) return
  const mask = reading.vm.takeAs([...way, 'realtime', 'mask'], formed(/^[\d,^-]{1,200}$/).read)
  reading.vm.takePresence([...way, 'realtime'])
  const all = vcpus === 1 ? '0' : `0-${vcpus - 1}`
  reading.say({ cputune: { vcpusched: [{ vcpus: mask ?? all, scheduler: 'fifo', priority: 1 }] } })
}

export function sayCpu(writing: Writing): void {
  const { cpu } = writing.domain
  const mode = cpu?.mode ?? (cpu?.model?.value === undefined ? undefined : 'custom')
  if (mode === 'host-passthrough' || mode === 'host-model') writing.say('cpu.model', mode)
  else if (mode === 'maximum') writing.say('cpu.model', 'host-passthrough')
  else if (mode === 'custom') writing.say('cpu.model', modelName.write(cpu?.model?.value))
  const features = (cpu?.features ?? [])
    .map((one) => sayWords(feature, one))
    .filter((one) => one['name'] !== undefined)
  if (features.length > 0) writing.say('cpu.features', features)
  sayCount(writing)
  sayDedicated(writing)
}

/** The most sockets are always said: the cluster would make room for four times as many. */
function sayCount(writing: Writing): void {
  const { cpu, vcpu } = writing.domain
  const { sockets = 1, dies = 1, clusters = 1, cores = 1, threads = 1 } = cpu?.topology ?? {}
  const all = vcpu?.value ?? 1
  const atStart = vcpu?.current ?? all
  const isWhole = cpu?.topology !== undefined && sockets * dies * clusters * cores * threads === all
  const each = isWhole ? dies * clusters * cores * threads : 1
  const most = isWhole ? sockets : all
  const now = atStart / each
  writing.say('cpu.sockets', Number.isInteger(now) && now >= 1 && now <= most ? now : most)
  writing.say('cpu.maxSockets', most)
  if (!isWhole) return
  writing.say('cpu.cores', dies * clusters * cores)
  writing.say('cpu.threads', threads)
}

/** Exclusive CPUs for whoever pins, though not those; what follows from them only where KubeVirt takes it. */
function sayDedicated(writing: Writing): void {
  const { cputune, cpu, numatune, memory_backing: backing } = writing.domain
  const threads = cpu?.topology?.threads ?? 1
  const isPinned = (cputune?.vcpupin?.length ?? 0) > 0
  if (!isPinned || threads > 2) return
  writing.say('cpu.dedicatedCpuPlacement', true)
  if (cputune?.emulatorpin !== undefined) writing.say('cpu.isolateEmulatorThread', true)
  const hasPages = backing?.hugepages !== undefined
  const wantsNodes = (cpu?.numa?.length ?? 0) > 0 || numatune !== undefined
  if (!hasPages || !wantsNodes) return
  writing.say('cpu.numa.guestMappingPassthrough', {})
  const masks = (cputune?.vcpusched ?? []).filter(({ scheduler }) => scheduler === 'fifo')
  const [first] = masks
  if (masks.length === 1 && first?.vcpus !== undefined) writing.say('cpu.realtime.mask', first.vcpus)
}
