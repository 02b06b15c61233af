/** Sets as a whole: what stands above the folders, and whether each VM is the one that it is by itself. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from '@cdktf/hcl2json'
import { describe, expect, test } from 'vitest'
import { readTable, vmsOfSet } from '../set/index.ts'
import type { VmSpec } from '../spec/index.ts'
import { isRecord, type UnknownRecord } from '../table/index.ts'
import { type TargetId, writeTarget, writeTargetSet } from './index.ts'
import { checkBy, hasSchemas } from './kubevirt/closed-schema.test-helper.ts'
import { plainDocuments } from './kubevirt/yaml/plain-yaml.ts'
import { providerFields } from './terraform/designs.test-helper.ts'
import { problemsOf, resourcesOf } from './terraform/oracle.test-helper.ts'

const spec: VmSpec = {
  source: { kind: 'cloud_image', url: 'https://example.org/debian.qcow2', base_user: 'debian' },
  disk_size: '10G',
  ram: '1G',
  cpu: 2,
  ssh: { port: 2200 },
}
const twelve = readTable(
  'name\tmac\thost port\tmemory\tcpuset\nweb-{01..12}\t52:54:00:12:34:{01..0c}\t{2201..}\t2G\t{4..15}\n',
).table
const uneven = readTable('name\thost devices\nweb-1\t\nweb-2\t01:00.0\n').table

function setOf(target: TargetId, table = twelve, choices: Readonly<Record<string, string>> = {}) {
  const designs = vmsOfSet({ design: { name: 'web', spec }, table }).vms.map(({ design }) => design)
  return { designs, ...writeTargetSet(target, 'web', designs, undefined, choices) }
}

function textOf({ files }: ReturnType<typeof setOf>, name: string): string {
  const file = files.find((one) => one.name === name)
  return file !== undefined && 'text' in file ? file.text : ''
}

describe('terraform', () => {
  test('is one resource of each kind, with for_each over what differs', async () => {
    await expect(textOf(setOf('terraform'), 'main.tf')).toMatchFileSnapshot('expected/set/main.tf')
  })

  test.each(['0.9', '0.8'])(
    'each VM of for_each has the domain that it has by itself, for %s',
    async (provider) => {
      const set = setOf('terraform', twelve, { provider })
      const read = await parse('main.tf', textOf(set, 'main.tf'))
      const [locals] = listOf(read['locals'])
      const vms = isRecord(locals) && isRecord(locals['vms']) ? locals['vms'] : {}
      expect(Object.keys(vms)).toEqual(set.designs.map(({ name }) => name))
      const all = await resourcesOf(textOf(set, 'main.tf'))
      for (const design of set.designs) {
        const [file] = writeTarget('terraform', design, undefined, { provider }).files
        const alone = await resourcesOf(file !== undefined && 'text' in file ? file.text : '')
        const expanded = expand(all, design.name, vms[design.name])
        expect(values(expanded, 'libvirt_domain')).toEqual(values(alone, 'libvirt_domain'))
        if (providerFields !== undefined && provider === '0.9')
          expect(problemsOf(resources(expanded))).toEqual([])
      }
    },
  )

  test('VMs that differ in more than values have resources of their own', async () => {
    const set = setOf('terraform', uneven)
    const read = await resourcesOf(textOf(set, 'main.tf'))
    expect(Object.keys(read['libvirt_domain'] ?? {})).toEqual(['web-1', 'web-2'])
    expect(Object.keys(read['libvirt_volume'] ?? {})).toEqual([
      'base',
      'web-1_root',
      'web-1_seed',
      'web-2_root',
      'web-2_seed',
    ])
    expect(textOf(set, 'main.tf')).toContain('/web-2/seed.iso"')
    expect(set.files.map(({ name }) => name)).toEqual(['main.tf', 'web-1/seed.iso', 'web-2/seed.iso'])
    if (providerFields !== undefined) expect(problemsOf(read)).toEqual([])
  })

  test('is as terraform fmt writes it', ({ skip }) => {
    skip(spawnSync('terraform', ['version']).status !== 0, 'terraform is not installed')
    const folder = mkdtempSync(path.join(tmpdir(), 'vmwright-set-'))
    for (const table of [twelve, uneven])
      writeFileSync(
        path.join(folder, `${table.rows.length}.tf`),
        textOf(setOf('terraform', table), 'main.tf'),
      )
    const { stdout } = spawnSync('terraform', ['fmt', '-list=true', '-check', folder], { encoding: 'utf8' })
    expect(stdout).not.toMatch(/\d\.tf/)
    rmSync(folder, { recursive: true })
  })
})

function listOf(held: unknown): readonly unknown[] {
  return Array.isArray(held) ? held : []
}

function resources(held: unknown): Awaited<ReturnType<typeof resourcesOf>> {
  return isResources(held) ? held : {}
}

function isResources(held: unknown): held is Awaited<ReturnType<typeof resourcesOf>> {
  return isRecord(held)
}

function values(held: unknown, type: string): unknown[] {
  const ofType = isRecord(held) ? held[type] : undefined
  return isRecord(ofType) ? Object.values(ofType) : []
}

/** As Terraform evaluates it for one VM. */
function expand(held: unknown, key: string, vm: unknown): unknown {
  if (Array.isArray(held)) return held.map((one: unknown) => expand(one, key, vm))
  if (isRecord(held))
    return Object.fromEntries(
      Object.entries(held).flatMap(([name, one]) =>
        name === 'for_each' ? [] : [[name, expand(one, key, vm)]],
      ),
    )
  if (typeof held !== 'string') return held
  const [, value] = /^\$\{each\.value\.(\w+)\}$/.exec(held) ?? []
  if (value !== undefined) {
    expect(isRecord(vm) && value in vm).toBe(true)
    return isRecord(vm) ? vm[value] : undefined
  }
  return held
    .replace(/\$\{each\.key\}/g, key)
    .replaceAll('[each.key]', '')
    .replace(`/${key}/domain.xslt`, '/domain.xslt')
}

test('proxmox: one script runs that of each, with ids one after the other', () => {
  const set = setOf('proxmox')
  const [main] = set.files
  expect(main?.name).toBe('create.sh')
  expect(textOf(set, 'create.sh')).toMatch(/^run web-12 \$\{1:\+"\$\(\(\$1 \+ 11\)\)"\}$/m)
  expect(textOf(set, 'web-12/create.sh')).toContain('--name web-12')
})

describe('kubevirt', () => {
  const host = '[{"type":"pci","source":{"domain":"0x0000","bus":"0x01","slot":"0x00","function":"0x0"}}]'

  test('one file lists the objects of all VMs', () => {
    const set = setOf('kubevirt')
    const objects = (plainDocuments(textOf(set, 'vms.yaml')) ?? []).map(({ data }) => data).filter(isRecord)
    const machines = objects.filter(({ kind }) => kind === 'VirtualMachine')
    expect(machines.map(nameOf)).toEqual(set.designs.map(({ name }) => name))
    if (hasSchemas) {
      const check = checkBy('kubevirt-v1.9.0-crd/virtualmachine.json')
      expect(machines.flatMap((machine) => check(machine))).toEqual([])
    }
  }, 60_000)

  test('two names that become one are told, and so are names of what belongs to them', () => {
    const long = 'a'.repeat(60)
    const table = readTable(`name\nWeb_1\nweb.1\n${long}b1\n${long}b2\n`).table
    const { findings } = setOf('kubevirt', table)
    const clashes = findings.map((said) => said.filter(({ code }) => code === 'kubevirt.name-twice'))
    expect(clashes.map((said) => said.map(({ message }) => message.split(',')[0]))).toEqual([
      [],
      ['Its VirtualMachine is called web-1 on KubeVirt'],
      [],
      [`Its DataVolume is called ${'a'.repeat(59)}-vda on KubeVirt`],
    ])
  })

  describe('as a pool', () => {
    const plain = readTable('name\thost port\nweb-{01..12}\t{2201..}\n').table
    const pooled = (table = plain) => setOf('kubevirt', table, { set: 'pool' })
    const told = ({ findings }: ReturnType<typeof setOf>) =>
      findings.map((said) =>
        said
          .filter(({ code }) => code === 'kubevirt.no-pool' || code === 'kubevirt.pool-name')
          .map(({ message }) => message),
      )

    test('VMs that differ in their names alone are one object', async () => {
      const set = pooled()
      expect(set.files.map(({ name }) => name)).toEqual(['vms.yaml', 'create.sh'])
      await expect(textOf(set, 'vms.yaml')).toMatchFileSnapshot('expected/set/pool.yaml')
      await expect(textOf(set, 'create.sh')).toMatchFileSnapshot('expected/set/pool.create.sh')
      expect(told(set)[2]).toEqual([
        'A pool numbers its VMs: this one is called web-2 there. A list keeps its name.',
      ])
      if (!hasSchemas) return
      const objects = (plainDocuments(textOf(set, 'vms.yaml')) ?? []).map(({ data }) => data)
      const pools = objects.filter((one) => isRecord(one) && one['kind'] === 'VirtualMachinePool')
      expect(pools.flatMap(checkBy('kubevirt-v1.9.0-crd/virtualmachinepool.json'))).toEqual([])
    }, 60_000)

    test.each([
      ['host devices', uneven, 1, 'devices.hostDevices'],
      ['addresses', twelve, 1, 'devices.interfaces.0.macAddress'],
    ])('%s of their own make a list of them, and it is said why', (_, table, row, way) => {
      const set = pooled(table)
      expect(
        told(set)
          .map((said, index) => (said.length > 0 ? index : undefined))
          .filter(Number),
      ).toEqual([row])
      expect(told(set)[row]?.join()).toContain(`in more than its name (spec.template.spec.domain.${way})`)
      expect(set.files.map(({ name }) => name)).toContain(
        'web-2/vm.yaml'.replace('2', table === twelve ? '02' : '2'),
      )
    })

    test('what cloud-init is told is one Secret, or one for each VM where it differs', () => {
      const secrets = (set: ReturnType<typeof setOf>) =>
        [...textOf(set, 'vms.yaml').matchAll(/ name: (web-seed.*)/g)].map(([, name]) => name)
      expect(secrets(pooled())).toEqual(['web-seed', 'web-seed'])
      const table = {
        columns: ['name', 'cloud_init.packages'],
        rows: [
          ['web-0', '["vim"]'],
          ['web-1', '["nano"]'],
        ],
      }
      const set = pooled(table)
      expect(secrets(set)).toEqual(['web-seed-0', 'web-seed-1', 'web-seed'])
      expect(textOf(set, 'vms.yaml')).toContain('appendIndexToSecretRefs: true')
      expect(told(set)).toEqual([[], []])
    })

    test('a disk that is uploaded is one VM’s own', () => {
      const file =
        '[{"type":"file","source":{"file":"/srv/data.qcow2"},"target":{"dev":"vdb","bus":"virtio"}}]'
      const table = {
        columns: ['name', 'libvirt.devices.disks'],
        rows: [
          ['web-0', file],
          ['web-1', file],
        ],
      }
      expect(told(pooled(table))).toEqual([
        [
          'Its disk vdb is a volume that is not made with the VM: all VMs of a pool would share it. So this is a list of VMs, and no pool.',
        ],
        [],
      ])
    })
  })

  test('what the administrator does is said once for all', () => {
    const table = {
      columns: ['name', 'libvirt.devices.hostdevs', 'network.mode', 'network.bridge'],
      rows: [
        ['a', host, 'bridge', 'br0'],
        ['b', host.replace('0x01', '0x02'), 'bridge', 'br0'],
      ],
    }
    const designs = vmsOfSet({ design: { name: 'web', spec }, table }).vms.map(({ design }) => design)
    const facts = {
      pci: ['01', '02'].map((bus) => ({
        class_code: '0300',
        class_name: 'VGA',
        name: 'GPU',
        address: { domain: 0, bus: Number(bus), slot: 0, function: 0 },
        vendor_id: '10de',
        device_id: `11${bus}`,
      })),
    }
    const { files } = writeTargetSet('kubevirt', 'web', designs, facts)
    expect(files.map(({ name }) => name)).toEqual([
      'vms.yaml',
      'create.sh',
      'administrator.yaml',
      'a/vm.yaml',
      'a/create.sh',
      'b/vm.yaml',
      'b/create.sh',
    ])
    const text = files.flatMap((file) =>
      file.name === 'administrator.yaml' && 'text' in file ? [file.text] : [],
    )
    const objects = (plainDocuments(text.join('')) ?? []).map(({ data }) => data).filter(isRecord)
    expect(objects.map(({ kind }) => kind)).toEqual(['KubeVirt', 'NetworkAttachmentDefinition'])
    expect(text.join('')).toMatch(/10DE:1101[\s\S]*10DE:1102/i)
  })
})

function nameOf({ metadata }: UnknownRecord): unknown {
  return isRecord(metadata) ? metadata['name'] : undefined
}
