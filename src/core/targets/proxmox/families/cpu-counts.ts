/** How many processors there are, where they run, and how much of the host they get: `sockets`, `cores`, `affinity`. */
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import type { Reading } from '../reading.ts'
import { whole } from '../words/codec.ts'
import { merged } from '../words/words.ts'
import type { Writing } from '../writing.ts'

/** More than any machine has. */
const most = 100_000

export function readCounts(reading: Reading): void {
  const count = whole(1, 16_384)
  const sockets =
    reading.takeAs('sockets', (text) => numberOf(count.read(text))) ??
    reading.takeAs('smp', (text) => numberOf(count.read(text))) ??
    1
  const cores = reading.takeAs('cores', (text) => numberOf(count.read(text))) ?? 1
  const all = Math.min(sockets * cores, most)
  const atStart = reading.takeAs('vcpus', (text) => {
    const number = numberOf(count.read(text))
    return number !== undefined && number <= all ? number : undefined
  })
  const cpuset = reading.takeAs('affinity', (text) =>
    /^\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*$/.test(text) ? text : undefined,
  )
  reading.domain['vcpu'] = {
    ...(cpuset === undefined ? {} : { placement: 'static', cpuset }),
    ...(atStart === undefined || atStart === all ? {} : { current: atStart }),
    value: all,
  }
  // libvirt’s own choice is a socket for each.
  if (cores > 1)
    reading.domain['cpu'] = merged(recordOf(reading.domain['cpu']), {
      topology: { sockets, cores, threads: 1 },
    })
  const limit = reading.takeAs('cpulimit', (text) =>
    /^\d{1,3}(?:\.\d{1,4})?$/.test(text) ? Number(text) : undefined,
  )
  const shares = reading.takeAs('cpuunits', (text) => numberOf(whole(1, 262_144).read(text)))
  const tuning = {
    ...(shares === undefined ? {} : { shares }),
    ...(limit === undefined || limit === 0
      ? {}
      : { global_period: period, global_quota: Math.round(limit * period) }),
  }
  if (Object.keys(tuning).length > 0) reading.domain['cputune'] = tuning
}

/** libvirt's own, in microseconds. */
const period = 100_000

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

export function recordOf(held: unknown): UnknownRecord {
  return isRecord(held) ? held : {}
}

export function sayCounts(writing: Writing): void {
  const { vcpu, cpu, cputune } = writing.domain
  const all = vcpu?.value ?? 1
  const { sockets = 1, dies = 1, clusters = 1, cores = 1, threads = 1 } = cpu?.topology ?? {}
  const inSocket = dies * clusters * cores * threads
  const isWhole = cpu?.topology !== undefined && sockets * inSocket === all
  writing.say('sockets', String(isWhole ? sockets : all))
  writing.say('cores', String(isWhole ? inSocket : 1))
  if (vcpu?.current !== undefined && vcpu.current < all) writing.say('vcpus', String(vcpu.current))
  if (vcpu?.cpuset !== undefined && /^\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*$/.test(vcpu.cpuset))
    writing.say('affinity', vcpu.cpuset)
  writing.say('cpuunits', whole(1, 262_144).write(cputune?.shares))
  const quota = cputune?.global_quota
  if (quota !== undefined && quota > 0)
    writing.say('cpulimit', limitOf(quota, cputune?.global_period ?? period))
}

function limitOf(quota: number, length: number): string | undefined {
  const limit = Number((quota / length).toFixed(4))
  return limit > 0 && limit <= 128 ? String(limit) : undefined
}
