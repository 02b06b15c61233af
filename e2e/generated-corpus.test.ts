/** How designs are made for the lab to judge, and its words read; the figures are those of `npm run compare:generated`. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { randomFrom } from './fuzz/random.ts'
import { blame, changed, landed, poolOf, readVerdicts, realDesigns } from './generated-corpus.ts'
import { needs, shared } from './shared.ts'

const corpus = path.join(shared, 'corpus')

const design = `<domain type='kvm' id='7'>
  <name>shop</name>
  <metadata><a/></metadata>
  <memory unit='GiB'>64</memory>
  <vcpu placement='static' cpuset='8-15'>4</vcpu>
  <os><type arch='x86_64' machine='q35'>hvm</type></os>
  <cpu mode='host-passthrough' migratable='on'/>
  <devices>
    <disk type='block'><driver type='qcow2'/><source dev='/dev/sdx'/><target dev='vda' bus='virtio'/></disk>
    <interface type='bridge'><source bridge='lan'/><model type='e1000e'/></interface>
    <hostdev mode='subsystem' type='pci'><source><address bus='1'/></source></hostdev>
  </devices>
</domain>`

test('a design is made one that the lab can start', () => {
  const xml = landed(design) ?? ''
  expect(xml).toContain("<domain type='qemu'>")
  expect(xml).toContain("<memory unit='MiB'>512</memory>")
  expect(xml).toContain('<vcpu>4</vcpu>')
  expect(xml).toContain("<cpu mode='maximum'/>")
  expect(xml).toContain("<source file='/tmp/images/0.qcow2'/>")
  expect(xml).toContain("<interface type='user'>")
  expect(xml).not.toMatch(/hostdev|metadata|cpuset/)
  expect(landed('<network/>')).toBeUndefined()
})

test('a seed gives the same changes, and each of them differs from the design', () => {
  const xml = landed(design) ?? ''
  const pool = poolOf([xml])
  const made = (step: number) => changed(xml, pool, randomFrom(7, step))
  const all = Array.from({ length: 40 }, (_, step) => made(step))
  expect(all).toEqual(Array.from({ length: 40 }, (_, step) => made(step)))
  expect(new Set(all).size).toBeGreaterThan(15)
})

test('what the lab lacks is not the fault of the design', () => {
  expect(blame("Cannot access storage file '/a.img': No such file or directory")).toBe('host')
  expect(blame('XML error: Attempted double use of PCI Address 0000:00:05.0')).toBe('design')
})

test('verdicts are rows, and what is none is passed over', () => {
  expect(readVerdicts('0-a\tok\t\n1-b\tdefine\tXML error: no\n\n')).toEqual([
    { name: '0-a', stage: 'ok', message: '' },
    { name: '1-b', stage: 'define', message: 'XML error: no' },
  ])
})

test('the corpus has many designs, and most of them land', (context) => {
  needs(context, existsSync(corpus), '../shared/corpus is not there')
  const all = [...realDesigns(corpus).values()]
  const there = all.filter((xml) => landed(xml) !== undefined)
  expect(there.length).toBeGreaterThan(all.length * 0.9)
})
