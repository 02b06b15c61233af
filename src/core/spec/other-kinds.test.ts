/** Files that hold more than VMs: children, deployments, things of other kinds. */
import { expect, test } from 'vitest'
import { readSpecs } from './read-specs.ts'
import { updateSpecText } from './update-spec-text.ts'

const codes = (text: string) =>
  readSpecs(text).findings.map(
    ({ severity, code, path, position }) => `${position?.line} ${severity} ${code} ${path.join('.')}`,
  )

/** The text after a change of the only VM's memory and name. */
function changed(text: string, name?: string): string {
  const file = readSpecs(text)
  const [design] = file.designs
  if (design === undefined) return ''
  const spec = { ...design.spec, ram: '3G' }
  return updateSpecText(file, { name: name ?? design.name, spec }, { was: design.name })
}

const child = `web:
  vm:
    ram: 2G
    libvirt: {title: mine}
  web-libvirt: # more of it
    libvirt:
      devices:
        rng: [{model: virtio, backend: {model: random}}]
`

test('NAME-libvirt below NAME belongs to its VM, as beside it', () => {
  const { designs, findings, positionOf } = readSpecs(child)
  expect(findings).toEqual([])
  expect(designs).toMatchObject([
    { name: 'web', spec: { ram: '2G', libvirt: { title: 'mine', devices: { rng: [{ model: 'virtio' }] } } } },
  ])
  expect(positionOf('web', ['libvirt', 'devices', 'rng', 0, 'model'])?.line).toBe(8)
  expect(positionOf('web', ['libvirt', 'title'])?.line).toBe(4)
  expect(changed(child)).toBe(child.replace('2G', '3G'))
  expect(changed(child, 'shop')).toBe(
    child.replace('2G', '3G').replace('web:', 'shop:').replace('web-libvirt', 'shop-libvirt'),
  )
  expect(codes(child.replace('libvirt: {title', 'libvirt: {devices: {rng: []}, title'))).toEqual([
    '8 error spec.said-twice libvirt.devices.rng',
  ])
})

const mixed = `# of the whole project
version: 2026.182.0
web:
  vm: {ram: 2G}
  db:
    pod: {image: postgres}
base:
  candy:
    version: "1"
import: [common.yml]
`

test('what is of another kind is passed over with a word, and stays in the file', () => {
  expect(readSpecs(mixed).designs).toEqual([{ name: 'web', spec: { ram: '2G' } }])
  expect(codes(mixed)).toEqual([
    '2 advice spec.passed-over version',
    '5 advice spec.passed-over web.db',
    '7 advice spec.passed-over base',
    '10 advice spec.passed-over import',
  ])
  expect(changed(mixed)).toBe(mixed.replace('2G', '3G'))
  const json =
    '{\n  "version": 1,\n  "web": {\n    "vm": {"ram": "2G"},\n    "db": {"pod": {}}\n  },\n  "base": {"candy": {"version": 2}}\n}\n'
  expect(JSON.parse(changed(json, 'shop'))).toEqual({
    version: 1,
    shop: { vm: { ram: '3G' }, db: { pod: {} } },
    base: { candy: { version: 2 } },
  })
})

test('a file that has to be written anew keeps it too', () => {
  // An alias for the whole VM leaves no place to change.
  const text =
    'version: 1\ncommon: &common {ram: 2G}\nweb:\n  vm: *common\n  web-libvirt: {note: 5, libvirt: {title: x}}\n  db: {pod: {}}\n'
  const after = readSpecs(changed(text, 'shop'))
  expect(after.designs).toEqual([{ name: 'shop', spec: { ram: '3G', libvirt: { title: 'x' } } }])
  expect(after.findings.map(({ path }) => path.join('.')).sort()).toEqual([
    'common',
    'shop.db',
    'shop.shop-libvirt',
    'version',
  ])
})

test('a key of a VM at the wrong place is still wrong', () => {
  expect(codes('web:\n  vm: {ram: 2G}\n  cpu: 2\n')).toEqual(['3 error spec.unknown-key web.cpu'])
  expect(codes('web: {vm: {ram: 2G}}\nshop: {ram: 2G}\n')).toEqual(['2 error spec.unknown-key shop'])
  expect(codes('vms: {web: {}}\nram: 2G\n')).toEqual(['2 error spec.unknown-key ram'])
})

test('a plan is kept as it is', () => {
  const plan = [{ check: 'it answers', command: 'uname -a', tries: 3, quick: true }]
  const text = `vms:\n  web:\n    ram: 2G\n    plan: ${JSON.stringify(plan)}\n`
  expect(readSpecs(text)).toMatchObject({ designs: [{ spec: { plan } }], findings: [] })
  expect(readSpecs(changed(text)).designs).toEqual([{ name: 'web', spec: { ram: '3G', plan } }])
})

test('a deployment names its VM, and its other keys are passed over', () => {
  const text = 'bed:\n  vm:\n    from: k3s\n    disposable: true\n    lifecycle: short\n    ram: 2G\n'
  expect(readSpecs(text).designs).toEqual([
    { name: 'bed', spec: { from: 'k3s', disposable: true, ram: '2G' } },
  ])
  expect(codes(text)).toEqual(['5 advice spec.passed-over lifecycle'])
  expect(changed(text)).toBe(text.replace('2G', '3G'))
  expect(codes(text.replace('from: k3s', 'cpu: 2'))).toEqual(['5 error spec.unknown-key lifecycle'])
})
