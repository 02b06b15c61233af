import { expect, test } from 'vitest'
import type { VmSpec } from '../spec/index.ts'
import { resolve } from './index.ts'

const server: VmSpec = { disk_size: '20G', network: { mode: 'user' } }
const onNetwork: VmSpec = { disk_size: '20G', network: { mode: 'nat' } }

const connectionNotes = (spec: VmSpec) =>
  resolve({ name: 'vm', spec }, undefined).notes.filter(({ what }) => what.includes('connection'))

test('a session is taken wherever it can run the design', () => {
  const { host, paths } = resolve({ name: 'vm', spec: server }, undefined)
  expect(host.connection).toBe('session')
  expect(paths.stateDir).toBe('~/.local/share/vmwright/vm')
  expect(connectionNotes(server)).toEqual([])
})

test('what a session can’t have makes it system, and every path follows', () => {
  const { host, paths, domain } = resolve({ name: 'vm', spec: onNetwork }, undefined)
  expect(host.connection).toBe('system')
  expect(paths.stateDir).toBe('/var/lib/libvirt/images/vm')
  expect(domain.devices?.disks?.[0]?.source?.file).toBe('/var/lib/libvirt/images/vm/disk.qcow2')
})

test('the note says what needs it', () => {
  expect(connectionNotes(onNetwork)).toEqual([
    {
      path: ['devices', 'interfaces', 0],
      what: 'the connection qemu:///system',
      why: 'A session can’t have the network default: libvirt makes its networks in qemu:///system only.',
      how: 'Set connection in the host facts.',
    },
  ])
})

test('the author’s own XML is looked at too', () => {
  const snippet = '<hostdev mode="subsystem" type="pci"><source><address bus="0x01"/></source></hostdev>'
  const { host } = resolve({ name: 'vm', spec: { ...server, libvirt: { snippets: [snippet] } } }, undefined)
  expect(host.connection).toBe('system')
})

test('a connection that was said stays, and QEMU by hand asks for none', () => {
  expect(resolve({ name: 'vm', spec: onNetwork }, { connection: 'session' }).host.connection).toBe('session')
  expect(resolve({ name: 'vm', spec: server }, { connection: 'system' }).host.connection).toBe('system')
  expect(resolve({ name: 'vm', spec: { ...onNetwork, backend: 'qemu' } }, undefined).host.connection).toBe(
    'session',
  )
})

test('libvirt and QEMU get the same', () => {
  const design = { name: 'vm', spec: onNetwork }
  expect(resolve(design, undefined, 'qemu').paths).toEqual(resolve(design, undefined, 'libvirt').paths)
})
