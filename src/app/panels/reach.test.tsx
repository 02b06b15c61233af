import { cleanup, fireEvent, render } from '@testing-library/react'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { samePath } from '../../core/path.ts'
import promisedPaths from '../../core/spec/field-paths.txt?raw'
import { labelAt } from '../../core/spec/index.ts'
import { type WalkedField, walkFields } from '../../core/table/index.ts'
import {
  applyChanges,
  type Change,
  formatPath,
  isRecord,
  type Path,
  parsePath,
  type Shape,
  startsWith,
  vmSpec,
} from '../core.ts'
import { fieldAt, SpecForm, shapeAt } from '../form/index.ts'
import { partOf, parts } from '../parts.ts'
import { followDocument } from '../render/index.ts'
import { vmDocument } from '../store.ts'
import { Panel as AccessPanel } from './access/index.tsx'
import { Panel as ChannelsPanel } from './channels/index.tsx'
import { Panel as CpuPanel } from './cpu/index.tsx'
import { Panel as DevicesPanel } from './devices/index.tsx'
import { Panel as DisksPanel } from './disks/index.tsx'
import { Panel as DisplaysPanel } from './displays/index.tsx'
import { Panel as FirmwarePanel } from './firmware/index.tsx'
import { Panel as HostdevsPanel } from './hostdevs/index.tsx'
import { Panel as MemoryPanel } from './memory/index.tsx'
import { Panel as NetworkPanel } from './network/index.tsx'
import { Panel as SecurityPanel } from './security/index.tsx'
import { Panel as SharesPanel } from './shares/index.tsx'
import { Panel as SnippetsPanel } from './snippets/index.tsx'
import { Panel as SourcePanel } from './source/index.tsx'
import { Panel as TuningPanel } from './tuning/index.tsx'

const panels = new Map([
  ['access', AccessPanel],
  ['channels', ChannelsPanel],
  ['cpu', CpuPanel],
  ['devices', DevicesPanel],
  ['disks', DisksPanel],
  ['displays', DisplaysPanel],
  ['firmware', FirmwarePanel],
  ['hostdevs', HostdevsPanel],
  ['memory', MemoryPanel],
  ['network', NetworkPanel],
  ['security', SecurityPanel],
  ['shares', SharesPanel],
  ['snippets', SnippetsPanel],
  ['source', SourcePanel],
  ['tuning', TuningPanel],
])

const promised = new Set(promisedPaths.trimEnd().split('\n'))
/** Further words on a device have the fields of the list that it stands in, which the same code draws. */
const additions: readonly Path[] = walkFields(vmSpec).flatMap((field) =>
  field.field.kind === 'child' && field.field.isAddition === true ? [pathOf(field)] : [],
)
const isInAddition = (path: Path) =>
  additions.some((addition) => path.length > addition.length && startsWith(path, addition))

const fields = walkFields(vmSpec).filter((field) => !isInAddition(pathOf(field)))

/** The way to the field in memory, in the first item of each list. */
function pathOf({ memoryPath }: WalkedField): Path {
  return parsePath(memoryPath.replaceAll('[]', '[0]')) ?? []
}

/** Where a panel shows the fields of one kind alone, each kind has its turn. */
const turns: readonly (readonly [part: string, path: Path, kinds: readonly string[]])[] = [
  ['source', ['source', 'kind'], ['cloud_image', 'bootc', 'clone', 'imported', 'bootstrap']],
  ['displays', ['libvirt', 'devices', 'video', 0, 'model'], ['virtio', 'qxl', 'vbox']],
  ['security', ['libvirt', 'launch_security', 'type'], ['sev', 'sev-snp', 'tdx']],
]

/** What makes a panel show what is only there with a value. */
const shown: readonly Change[] = [
  { path: ['network', 'mode'], value: 'bridge' },
  { path: ['libvirt', 'memory_backing', 'hugepages', 'size'], value: '2M' },
  { path: ['libvirt', 'cpu', 'mode'], value: 'custom' },
  { path: ['libvirt', 'snippets'], value: ["<hub type='usb'/>"] },
  { path: ['libvirt', 'cputune', 'vcpupin'], value: [{ vcpu: 0, cpuset: '0' }] },
]

/** A design with one item in each list of devices, all of them open. */
function fullDesign() {
  const lists = fields
    .filter(({ field }) => field.kind === 'list')
    .map((field) => pathOf(field))
    // Inner lists after those around them.
    .toSorted((one, other) => one.length - other.length)
  const spec = applyChanges<unknown>({}, [...lists.map((path) => ({ path, value: {} })), ...shown])
  for (const path of lists) vmDocument.selectDevice(path.slice(0, -1), 0)
  return spec
}

/** Tables of disk sources that hold such tables again, without end, and further words on a device. */
const openedOnce = new Set([
  'Backing store',
  'Mirror',
  'Data store',
  ...additions.flatMap((path) => labelAt(path) ?? []),
])

function closedIn(container: Element): readonly Element[] {
  const buttons = [...container.querySelectorAll('.disclosure__button[aria-expanded="false"]')]
  return buttons.filter((button) => !isInside(button, openedOnce))
}

function isInside(button: Element, titles: ReadonlySet<string>): boolean {
  const around = button.parentElement?.parentElement?.closest('.disclosure')
  if (!around) return false
  const title = around.querySelector(':scope > button > .disclosure__title')?.textContent ?? ''
  return titles.has(title) || isInside(around.querySelector(':scope > button') ?? around, titles)
}

/** The paths of all fields that the panel of a part shows with every Disclosure open. */
function shownBy(part: string): ReadonlySet<string> {
  const Panel = panels.get(part)
  if (Panel === undefined) return new Set()
  const { container } = render(<Panel />, { wrapper: SpecForm })
  for (let closed = closedIn(container); closed.length > 0; closed = closedIn(container))
    for (const button of closed) fireEvent.click(button)
  const paths = [...container.querySelectorAll('[data-path]')].flatMap(
    (field) => field.getAttribute('data-path') ?? [],
  )
  cleanup()
  return new Set(paths)
}

const shownIn = new Map<string, Set<string>>()
let stop = () => {}

beforeAll(() => {
  stop = followDocument()
  const spec = fullDesign()
  for (const { id } of parts) {
    const seen = new Set<string>()
    const kinds = turns.filter(([part]) => part === id)
    const changes = kinds.flatMap(([, path, values]) => values.map((value) => ({ path, value })))
    for (const change of changes.length === 0 ? [undefined] : changes) {
      const turn = change === undefined ? spec : applyChanges(spec, [change])
      const { selection } = vmDocument.store.getState()
      if (isRecord(turn)) vmDocument.replace({ name: 'vm', spec: turn }, 'open')
      vmDocument.store.setState({ selection })
      for (const path of shownBy(id)) seen.add(path)
    }
    shownIn.set(id, seen)
  }
}, 120_000)

afterAll(() => stop())

/** True when the field is shown, or for a map or a list something of it. */
function isShown(wanted: Path, kind: string): boolean {
  const path = wanted.at(-1) === 0 ? wanted.slice(0, -1) : wanted
  const part = partOf(path)?.id ?? ''
  const isGroup = kind === 'child' || kind === 'list'
  // A map that several parts share is where its fields are.
  const places = isGroup ? [...shownIn.values()] : [shownIn.get(part) ?? new Set<string>()]
  return places.some((seen) => [...seen].some((text) => startsWith(parsePath(text) ?? [], path)))
}

test('each of the promised fields is in the panel of its part', () => {
  const lost = fields.filter((field) => promised.has(field.path) && !isShown(pathOf(field), field.field.kind))
  expect(lost.map(({ path }) => path)).toEqual([])
})

/** The fields of every table where it is met first: elsewhere the same code draws it. */
function fieldsOfEachTable(): readonly { readonly path: Path; readonly kind: string }[] {
  const met = new Set<Shape>()
  const found: { readonly path: Path; readonly kind: string }[] = []
  for (const queue: Path[] = [[]]; queue.length > 0; ) {
    const around = queue.shift() ?? []
    const shape = shapeAt(around)
    if (shape === undefined || met.has(shape)) continue
    met.add(shape)
    for (const key of Object.keys(shape)) {
      const path = [...around, key]
      const kind = fieldAt(path)?.field.kind ?? ''
      found.push({ path, kind })
      if (kind === 'child' && !additions.some((addition) => samePath(path, addition))) queue.push(path)
      if (kind === 'list') queue.push([...path, 0])
    }
  }
  return found
}

test('each field of each table is too', () => {
  const isOpened = (path: Path, kind: string) =>
    kind !== 'child' ||
    !['backing_store', 'mirror', 'data_store'].some((key) => path.slice(0, -1).includes(key))
  const lost = fieldsOfEachTable().filter(({ path, kind }) => isOpened(path, kind) && !isShown(path, kind))
  expect(lost.map(({ path }) => formatPath(path))).toEqual([])
})

test('no panel shows a field of another part', () => {
  const strangers = [...shownIn].flatMap(([part, paths]) =>
    [...paths].filter((text) => partOf(parsePath(text) ?? [])?.id !== part).map((text) => `${part}: ${text}`),
  )
  expect(strangers).toEqual([])
})
