/** Random numbers, TPM, watchdog, balloon and the like: `domain.devices`. */
import { isRecord } from '../../../table/index.ts'
import { type Reading, ways } from '../reading.ts'
import { flag, formed, same, text } from '../words/codec.ts'
import type { Writing } from '../writing.ts'

const action = same('reset', 'poweroff', 'shutdown')
const panicModel = formed(/^(?:isa|hyperv|pvpanic)$/)
/** As many as a VM gets (converter). */
const usbSlots = 4

export function readSmallDevices(reading: Reading): void {
  const { vm } = reading
  const at = (...keys: string[]) => [...ways.devices, ...keys]
  if (vm.takePresence(at('rng')))
    reading.add('rng', { model: 'virtio', backend: { model: 'random', value: '/dev/urandom' } })
  readTpm(reading)
  readWatchdog(reading)
  const balloon = vm.takeAs(at('autoattachMemBalloon'), flag.read)
  if (balloon !== undefined) reading.single['memballoon'] = { model: balloon === true ? 'virtio' : 'none' }
  if (vm.takeAs(at('autoattachVSOCK'), flag.read) === true)
    reading.single['vsock'] = { model: 'virtio', cid: { auto: true } }
  if (vm.takePresence(at('clientPassthrough')))
    for (let slot = 0; slot < usbSlots; slot += 1) reading.add('redirdev', { bus: 'usb', type: 'spicevmc' })
  for (const hand of vm.takeItems(at('panicDevices'))) {
    const model = hand.takeAs(['model'], panicModel.read)
    reading.add('panic', model === undefined ? {} : { model })
  }
}

function readTpm(reading: Reading): void {
  const way = [...ways.devices, 'tpm']
  const { vm } = reading
  if (!isRecord(vm.peek(way)) || vm.peek([...way, 'enabled']) === false) return
  vm.take([...way, 'enabled'])
  // tis where the state is lost at each stop, crb where it stays.
  const stays = vm.takeAs([...way, 'persistent'], flag.read) === true
  vm.takePresence(way)
  reading.add('tpm', {
    model: stays ? 'tpm-crb' : 'tpm-tis',
    backend: { type: 'emulator', version: '2.0' },
  })
}

function readWatchdog(reading: Reading): void {
  const way = [...ways.devices, 'watchdog']
  const { vm } = reading
  const model = ['i6300esb', 'diag288'].find((one) => isRecord(vm.peek([...way, one])))
  if (model === undefined) return
  const name = vm.takeAs([...way, 'name'], text.read)
  const does = vm.takeAs([...way, model, 'action'], action.read) ?? 'reset'
  vm.takePresence([...way, model])
  reading.add('watchdog', { model, action: does, ...reading.aliasOf(name, 'watchdog') })
}

export function saySmallDevices(writing: Writing): void {
  const {
    rng = [],
    tpm = [],
    watchdog = [],
    memballoon,
    vsock,
    redirdev = [],
    panic = [],
  } = writing.domain.devices ?? {}
  if (rng.length > 0) writing.sayDevice('rng', {})
  const [chip] = tpm
  if ((chip?.backend?.type ?? 'passthrough') === 'emulator')
    // The state of libvirt's stays as long as the VM does.
    writing.sayDevice('tpm', { persistent: true })
  const [dog] = watchdog
  if (dog?.model === 'i6300esb' || dog?.model === 'diag288')
    writing.sayDevice('watchdog', {
      name: writing.nameFor(dog.alias?.name, 'watchdog'),
      [dog.model]: { action: action.write(dog.action) ?? 'reset' },
    })
  if (memballoon !== undefined) writing.sayDevice('autoattachMemBalloon', memballoon.model !== 'none')
  if (vsock !== undefined) writing.sayDevice('autoattachVSOCK', true)
  if (redirdev.length > 0) writing.sayDevice('clientPassthrough', {})
  if (panic.length > 0)
    writing.sayDevice(
      'panicDevices',
      panic.flatMap(({ model }) =>
        model === undefined ? [{}] : panicModel.write(model) === undefined ? [] : [{ model }],
      ),
    )
}
