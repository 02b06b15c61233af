import { afterEach, expect, test } from 'vitest'
import type { HostSource } from './host-sources.ts'
import { writeWork } from './persist.ts'
import { keepHost, readHost, restoreHost, writeHost } from './persist-host.ts'
import { createVmDocument } from './store.ts'

afterEach(() => localStorage.clear())

const lscpu: HostSource = {
  id: 'a',
  title: 'lscpu -J',
  summary: '16 CPUs',
  file: 'cpu.json',
  readAt: 1000,
  facts: { arch: 'x86_64', cpu: { model: 'A CPU' } },
  findings: [{ severity: 'warning', message: 'odd', line: 3 }],
}

function fresh() {
  return createVmDocument({ name: 'one', spec: {} })
}

test('the host is kept apart from the design and comes back', () => {
  const vm = fresh()
  const stop = keepHost(vm)
  vm.addHostSources([lscpu])
  vm.setHost({ libvirt: '11.3.0' })
  stop()
  expect(writeWork(vm.store.getState())).not.toMatch(/A CPU|11\.3/)
  const again = fresh()
  expect(restoreHost(again)).toBe(true)
  const { host, hostSources, hostTyped } = again.store.getState()
  expect(hostSources).toEqual([{ ...lscpu, id: 'kept-0' }])
  expect(hostTyped).toEqual({ libvirt: '11.3.0' })
  expect(host).toEqual(vm.store.getState().host)
})

test('a host that is forgotten is gone from the storage', () => {
  const vm = fresh()
  const stop = keepHost(vm)
  vm.addHostSources([lscpu])
  expect(localStorage.getItem('vmwright.host')).not.toBeNull()
  vm.setHostSources([])
  stop()
  expect(localStorage.getItem('vmwright.host')).toBeNull()
  expect(vm.store.getState().host).toBeUndefined()
})

test('of hostile content what is right is read', () => {
  const kept = readHost(
    JSON.stringify({
      version: 1,
      sources: [
        null,
        { ...lscpu, facts: { archh: 1 } },
        { ...lscpu, title: 5 },
        { ...lscpu, file: {}, readAt: 'now', findings: [{ severity: 'fatal', message: 'x' }, 7] },
      ],
      typed: { __proto__: 1, libvirt: 'eleven' },
    }),
  )
  expect(kept?.hostTyped).toBeUndefined()
  expect(kept?.hostSources).toEqual([{ ...lscpu, id: 'kept-3', file: undefined, readAt: 0, findings: [] }])
})

test.each(['{', '[]', '{"version":2,"sources":[]}', '{"version":1}', '"x"'])(
  'what is stored as %s is kept aside, and the page goes on',
  (text) => {
    localStorage.setItem('vmwright.host', text)
    const vm = fresh()
    expect(restoreHost(vm)).toBe(false)
    expect(vm.store.getState().host).toBeUndefined()
    expect(localStorage.getItem('vmwright.host.unreadable')).toBe(text)
  },
)

test('what is written is read', () => {
  expect(readHost(writeHost({ hostSources: [], hostTyped: undefined }))).toEqual({
    hostSources: [],
    hostTyped: undefined,
  })
})
