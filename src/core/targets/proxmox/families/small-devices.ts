/** Devices of which there is one: the agent, random numbers, watchdog, TPM, shared memory, encrypted memory. */
import { isRecord, sizeInBytes } from '../../../table/index.ts'
import type { Reading } from '../reading.ts'
import { flag, formed, renamed, same, whole } from '../words/codec.ts'
import type { Pair } from '../words/property-list.ts'
import { readWords, says, sayWords, type Words } from '../words/words.ts'
import type { Writing } from '../writing.ts'

const agentName = 'org.qemu.guest_agent.0'

const watchdogWords = {
  model: says('model', same('i6300esb', 'ib700')),
  action: says(
    'action',
    renamed({
      reset: 'reset',
      shutdown: 'shutdown',
      poweroff: 'poweroff',
      pause: 'pause',
      debug: 'dump',
      none: 'none',
    }),
  ),
} satisfies Words

const rngWords = {
  source: says('backend.value', formed(/^\/dev\/(?:urandom|random|hwrng)$/)),
  max_bytes: says('rate.bytes', whole(1, 1_000_000_000)),
  period: says('rate.period', whole(1, 1_000_000_000)),
} satisfies Words

const sevTypes = renamed({ std: 'sev', es: 'sev-es', snp: 'sev-snp' })

export function readSmallDevices(reading: Reading): void {
  readAgent(reading)
  const watchdog = reading.takeList('watchdog', 'model')
  if (watchdog !== undefined) {
    const item = readWords(watchdogWords, watchdog)
    if (item['model'] !== undefined) reading.add('watchdog', item)
    reading.keepLeft('watchdog', watchdog)
  }
  const rng = reading.takeList('rng0', 'source')
  if (rng !== undefined) {
    const isFree = rng.takeAs('max_bytes', (text) => (text === '0' ? true : undefined)) === true
    const { backend, rate } = readWords(rngWords, rng)
    const limit = isRecord(rate) ? rate : { bytes: 1024, period: 1000 }
    reading.add('rng', {
      model: 'virtio',
      ...(isFree ? {} : { rate: limit }),
      backend: { model: 'random', ...(isRecord(backend) ? backend : {}) },
    })
    reading.keepLeft('rng0', rng)
  }
  readTpm(reading)
  readSharedMemory(reading)
  const sev = reading.takeList('amd-sev', 'type')
  const type = sev?.takeAs('type', sevTypes.read)
  if (type !== undefined) reading.domain['launch_security'] = { type }
  if (sev !== undefined) reading.keepLeft('amd-sev', sev)
  const tdx = reading.takeList('intel-tdx', 'type')
  if (tdx?.takeAs('type', (text) => (text === 'tdx' ? true : undefined)) === true)
    reading.domain['launch_security'] = { type: 'tdx' }
  if (tdx !== undefined) reading.keepLeft('intel-tdx', tdx)
  if (reading.takeAs('reboot', flag.read) === false) reading.domain['on_reboot'] = 'destroy'
}

function readAgent(reading: Reading): void {
  const list = reading.takeList('agent', 'enabled')
  const isOn = list?.takeAs('enabled', flag.read)
  const type = list?.takeAs('type', (text) => (text === 'virtio' ? text : undefined)) ?? 'virtio'
  if (isOn === true && list?.peek('type') === undefined)
    reading.add('channels', { type: 'unix', source: { mode: 'bind' }, target_type: type, name: agentName })
  // Switched off is not the same as never spoken of.
  if (isOn === false || (isOn === true && list?.peek('type') !== undefined))
    reading.keep('agent.enabled', isOn ? '1' : '0')
  if (list !== undefined) reading.keepLeft('agent', list)
}

function readTpm(reading: Reading): void {
  const list = reading.takeList('tpmstate0', 'file', { volume: 'file' })
  if (list === undefined) return
  const version =
    list.takeAs('version', (text) => (/^v(?:1\.2|2\.0)$/.test(text) ? text.slice(1) : undefined)) ?? '1.2'
  reading.add('tpm', { model: 'tpm-tis', backend: { type: 'emulator', version } })
  reading.keepLeft('tpmstate0', list)
}

function readSharedMemory(reading: Reading): void {
  const list = reading.takeList('ivshmem', 'size')
  const size = list?.takeAs('size', whole(1, 1_048_576).read)
  if (list === undefined) return
  if (size !== undefined)
    reading.add('shmem', {
      name:
        list.takeAs('name', (text) => (/^[\w-]{1,60}$/.test(text) ? text : undefined)) ??
        `pve-shm-${reading.vm.id ?? 'vm'}`,
      model: { type: 'ivshmem-plain' },
      size: `${String(size)} MiB`,
    })
  reading.keepLeft('ivshmem', list)
}

export function saySmallDevices(writing: Writing): void {
  const { devices, launch_security: security, on_reboot: onReboot } = writing.domain
  const hasAgent = devices?.channels?.some((one) => one.name === agentName) === true
  writing.sayList('agent', hasAgent ? [['enabled', '1']] : [], 'enabled')
  const [watchdog] = devices?.watchdog ?? []
  if (watchdog?.model === 'i6300esb' || watchdog?.model === 'ib700')
    writing.sayList('watchdog', sayWords(watchdogWords, watchdog), 'model')
  const [rng] = devices?.rng ?? []
  if (rng !== undefined && (rng.backend?.model ?? 'random') === 'random') {
    const said = sayWords(rngWords, rng)
    const pairs: Pair[] = said.some(([key]) => key === 'source')
      ? said
      : [['source', '/dev/urandom'], ...said]
    // Without a word they let the guest have 1 KiB a second.
    if (rng.rate === undefined) pairs.push(['max_bytes', '0'])
    writing.sayList('rng0', pairs, 'source')
  }
  const [tpm] = devices?.tpm ?? []
  if (tpm !== undefined) {
    const file = writing.ownValue('tpmstate0.file') ?? `${writing.names.storage}:1`
    writing.sayList(
      'tpmstate0',
      [
        ['file', file],
        ['version', tpm.backend?.version === '1.2' ? 'v1.2' : 'v2.0'],
      ],
      'file',
    )
  }
  const [shared] = devices?.shmem ?? []
  const bytes = shared?.size === undefined ? undefined : sizeInBytes(shared.size, 1024)
  if (shared?.name !== undefined && /^[a-z\d-]+$/i.test(shared.name) && bytes !== undefined)
    writing.sayList('ivshmem', [
      ['size', String(Math.ceil(bytes / 1024 ** 2))],
      ['name', shared.name],
    ])
  const sev = sevTypes.write(security?.type)
  if (sev !== undefined) writing.sayList('amd-sev', [['type', sev]], 'type')
  if (security?.type === 'tdx')
    writing.sayList(
      'intel-tdx',
      [
        ['type', 'tdx'],
        ['attestation', '1'],
      ],
      'type',
    )
  if (onReboot === 'destroy') writing.say('reboot', '0')
}
