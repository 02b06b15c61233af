/** Security chips of a command line. The way back of tpm.ts. */
import type { Tpm } from '../../../domain/index.ts'
import { takeSocket } from '../../chardevs/read-chardev.ts'
import { type OptionInHand, type Reading, takeBackend, takeCommon } from '../../reading/index.ts'
import { tpmModels } from './tpm.ts'

type Backend = NonNullable<Tpm['backend']>

export function readTpms(reading: Reading): void {
  for (const option of reading.devices((driver) => tpmModels.has(driver))) {
    const tpmdev = reading.named('tpmdev', option.peek('tpmdev'))
    const found = backendOf(reading, tpmdev)
    if (tpmdev === undefined || found === undefined) continue
    takeBackend(tpmdev, 'type')
    option.take('tpmdev')
    const model = tpmModels.get(option.peek('driver') ?? '')
    reading.add('tpm', { model, backend: found.backend, ...takeCommon(reading, option) }, [
      option,
      tpmdev,
      ...found.options,
    ])
  }
}

interface Found {
  readonly backend: Backend
  readonly options: readonly OptionInHand[]
}

function backendOf(reading: Reading, tpmdev: OptionInHand | undefined): Found | undefined {
  if (tpmdev?.peek('type') === 'passthrough') {
    const device = tpmdev.take('path')
    tpmdev.take('cancel-path')
    // A descriptor that libvirt opened says no path.
    const isPath = device !== undefined && !device.startsWith('/dev/fdset/')
    return { backend: { type: 'passthrough', ...(isPath ? { device } : {}) }, options: [] }
  }
  const socket = tpmdev?.peek('type') === 'emulator' ? takeSocket(reading, tpmdev) : undefined
  return socket && { backend: emulator(reading, socket.path), options: [socket.chardev] }
}

/** A swtpm that the same script starts is libvirt's to start; one that is just there stays so. */
function emulator(reading: Reading, socket: string): Backend {
  const beside = reading.listenerOn(socket)
  if (beside?.name === 'swtpm') {
    const version = beside.words.includes('--tpm2') ? '2.0' : '1.2'
    const { directory } = beside
    return {
      type: 'emulator',
      version,
      ...(directory === undefined ? {} : { source: { type: 'dir', path: directory } }),
    }
  }
  if (/\/swtpm\/[^/]*-swtpm\.sock$/.test(socket)) return { type: 'emulator', version: '2.0' }
  return { type: 'external', source: { type: 'unix', mode: 'connect', path: socket } }
}
