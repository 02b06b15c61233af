/** Manifests of others become designs; what libvirt has no word for is kept, and goes back. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { resolve } from '../../resolve/index.ts'
import { isRecord } from '../../table/index.ts'
import { shared } from '../samples.test-helper.ts'
import { kubevirt } from './index.ts'
import { heldAt } from './words/tree.ts'
import { plainDocuments } from './yaml/plain-yaml.ts'

const { reader, writer } = kubevirt

function read(text: string) {
  const { designs, findings } = reader.read(text, 'vm', undefined)
  const [design] = designs
  if (design === undefined) throw new Error('no design')
  return { design, designs, findings, codes: findings.map(({ code }) => code) }
}

/** A VM with a part of its template. */
function vm(spec: string): string {
  return `apiVersion: kubevirt.io/v1\nkind: VirtualMachine\nmetadata: {name: desk}\nspec:\n  template:\n    spec: ${spec}\n`
}

const small = vm('{domain: {memory: {guest: 1Gi}, devices: {}}}')

describe('a text', () => {
  test.each([
    [small, true],
    ['{"kind": "VirtualMachineInstance", "apiVersion": "kubevirt.io/v1"}', true],
    ['apiVersion: v1\nkind: List\nitems:\n- apiVersion: kubevirt.io/v1\n  kind: VirtualMachine\n', true],
    ['apiVersion: kubevirt.io/v1\nkind: KubeVirt\n', false],
    ['apiVersion: v1\nkind: Pod\n', false],
    ['vms:\n  web:\n    ram: 2G\n', false],
    ["<domain type='kvm'/>", false],
  ])('%j is one of KubeVirt: %s', (text, fits) => {
    expect(reader.fits(text)).toBe(fits)
  })

  test('without a VM, broken, or too deep says so', () => {
    const codes = (text: string) => reader.read(text, 'vm', undefined).findings.map(({ code }) => code)
    expect(codes('kind: Pod\n')).toEqual(['kubevirt.nothing'])
    expect(codes('a: [1\n')).toEqual(['kubevirt.yaml'])
    expect(codes('['.repeat(1000))).toEqual(['kubevirt.too-long'])
  })
})

test('several VMs are several designs', () => {
  const list = JSON.stringify({ kind: 'List', items: [plainDocuments(small)?.[0]?.data] })
  const running =
    'apiVersion: kubevirt.io/v1\nkind: VirtualMachineInstance\nmetadata: {name: two}\nspec: {domain: {cpu: {cores: 2}, memory: {guest: 1Gi}, devices: {}}}\n'
  expect(
    read(`${list}\n---\n${running}`).designs.map((design) => [
      design.name,
      resolve(design, undefined, 'libvirt').domain.vcpu?.value,
    ]),
  ).toEqual([
    ['desk', 1],
    ['two', 2],
  ])
})

test('sizes, processor and firmware are those of the VM', () => {
  const { domain } = resolve(
    read(
      vm(
        '{architecture: amd64, domain: {cpu: {sockets: 2, cores: 3, maxSockets: 4, model: EPYC}, memory: {guest: 1536Mi}, firmware: {bootloader: {efi: {}}}, features: {smm: {}}, devices: {}}}',
      ),
    ).design,
    undefined,
    'libvirt',
  )
  expect(domain.vcpu).toMatchObject({ value: 12, current: 6 })
  expect(domain.cpu).toMatchObject({
    mode: 'custom',
    model: { value: 'EPYC' },
    topology: { sockets: 4, cores: 3, threads: 1 },
  })
  expect(domain.memory?.value).toBe('1536 MiB')
  expect(domain.os).toMatchObject({ firmware: 'efi', machine: 'q35', arch: 'x86_64' })
  expect(domain.os?.firmware_features).toContainEqual({ enabled: true, name: 'secure-boot' })
})

test('what cloud-init is told comes out of the Secret of the same text', () => {
  const secret = `apiVersion: v1\nkind: Secret\nmetadata: {name: desk-seed}\ndata:\n  userdata: ${btoa('#cloud-config\npackages: [nginx]\n')}\n`
  const text = vm(
    '{domain: {devices: {disks: [{name: seed, disk: {bus: virtio}}]}}, volumes: [{name: seed, cloudInitNoCloud: {secretRef: {name: desk-seed}}}]}',
  )
  expect(read(`${text}---\n${secret}`).design.spec.cloud_init).toEqual({ extra: 'packages: [nginx]\n' })
  expect(read(text).codes).toContain('kubevirt.elsewhere')
  // It stays a disk of the VM there.
  const [main] = writer.write({
    design: read(text).design,
    host: undefined,
    choices: { cluster: 'kubevirt' },
  }).files
  expect(main !== undefined && 'text' in main ? main.text : '').toContain(
    'cloudInitNoCloud:\n            secretRef:\n              name: desk-seed\n',
  )
})

test('volumes of a cluster are those of a pool, and a claim is a claim again', () => {
  const text = vm(
    '{domain: {devices: {disks: [{name: root, disk: {bus: virtio}}]}}, volumes: [{name: root, persistentVolumeClaim: {claimName: data}}]}',
  )
  const { design, codes } = read(text)
  expect(codes).toContain('kubevirt.volume')
  const [disk] = resolve(design, undefined, 'libvirt').domain.devices?.disks ?? []
  expect(disk).toMatchObject({ type: 'volume', source: { pool: 'persistentVolumeClaim', volume: 'data' } })
  const [main] = writer.write({ design, host: undefined, choices: { cluster: 'kubevirt' } }).files
  const back = plainDocuments(main !== undefined && 'text' in main ? main.text : '')?.[0]?.data
  expect(heldAt(back, ['spec', 'template', 'spec', 'volumes'])).toEqual([
    { name: 'root', persistentVolumeClaim: { claimName: 'data' } },
  ])
})

/** Every value of one tree that the other has not. */
function missing(one: unknown, other: unknown, way = ''): string[] {
  if (Array.isArray(one))
    return one.flatMap((item: unknown, index) => {
      const name = heldAt(item, ['name'])
      const list: readonly unknown[] = Array.isArray(other) ? other : []
      const twin = name === undefined ? list[index] : list.find((held) => heldAt(held, ['name']) === name)
      return missing(item, twin, `${way}[${String(name ?? index)}]`)
    })
  if (isRecord(one) && Object.keys(one).length > 0)
    return Object.entries(one).flatMap(([key, value]) =>
      missing(value, isRecord(other) ? other[key] : undefined, `${way}.${key}`),
    )
  return JSON.stringify(one) === JSON.stringify(other) || (isRecord(one) && isRecord(other)) ? [] : [way]
}

const sample = path.join(shared, 'fleet/samples/kubevirt.yaml')

test.skipIf(!existsSync(sample))(
  'all of the sample of the target comes back (skipped without ../shared)',
  () => {
    const text = readFileSync(sample, 'utf8')
    const { design } = read(text)
    const [main] = writer.write({ design, host: undefined, choices: { cluster: 'kubevirt' } }).files
    const documents = plainDocuments(main !== undefined && 'text' in main ? main.text : '') ?? []
    const back = documents.find(({ data }) => heldAt(data, ['kind']) === 'VirtualMachine')?.data
    // A guest is called as its VM is where nothing else is said.
    expect(missing(plainDocuments(text)?.[0]?.data, back)).toEqual(['.spec.template.spec.hostname'])
  },
)
