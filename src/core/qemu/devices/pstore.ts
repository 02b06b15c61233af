/** Where a guest that crashes leaves its last words. libvirt manual, Pstore; ACPI, Error Record Serialization. */
import type { Devices } from '../../domain/index.ts'
import { sizeInBytes } from '../../table/index.ts'
import { type Build, hasQemu, idOf, leftOut } from '../build/index.ts'
import { type Decisions, placeDecisions, written } from '../decisions/index.ts'
import { qemuSize } from '../machine/memory-backend.ts'
import { size } from '../properties/codec.ts'
import { type Reading, takeBackend, takeCommon } from '../reading/index.ts'
import { device, object, place } from '../writing/index.ts'

type Pstore = NonNullable<Devices['pstore']>

export const pstoreDecisions: Decisions<Pstore> = {
  backend: written,
  path: written,
  size: written,
  alias: placeDecisions.alias,
  address: placeDecisions.address,
}

/** What libvirt takes when no size is said. */
const defaultBytes = 64 * 1024

export function renderPstore(build: Build): void {
  const { pstore } = build.devices
  if (pstore === undefined) return
  const path = ['devices', 'pstore']
  const id = idOf(build, pstore.alias, 'pstore0', path)
  if (!build.isX86) leftOut(build, path, 'QEMU has ACPI ERST on x86 only: it does not start with it.')
  else if (!hasQemu(build, '7.0')) {
    leftOut(build, path, 'The pstore is left out: it needs QEMU 7.0 or later.')
    return
  }
  const bytes = pstore.size === undefined ? defaultBytes : sizeInBytes(pstore.size, 1024)
  object(build, 'memory-backend-file', path, {
    id: `mem${id}`,
    'mem-path': pstore.path ?? `${build.stateDir}/pstore`,
    share: true,
    size: qemuSize(bytes ?? defaultBytes),
  })
  device(build, 'acpi-erst', path, { id, memdev: `mem${id}` }, place(build, pstore.address))
}

export function readPstore(reading: Reading): void {
  const [option] = reading.devices((driver) => driver === 'acpi-erst')
  const memory = reading.named('object', option?.peek('memdev'))
  const path = memory?.peek('mem-path')
  if (option === undefined || memory === undefined || path === undefined) return
  takeBackend(memory, 'qom-type')
  memory.take('mem-path')
  memory.drop('share', 'on', 'yes', 'true')
  option.take('memdev')
  reading.put(
    'pstore',
    { backend: 'acpi-erst', path, size: memory.takeAs(size.parse, 'size'), ...takeCommon(reading, option) },
    [option, memory],
  )
}
