import { afterEach, expect, test } from 'vitest'
import { createVmDocument } from './document/create-vm-document.ts'
import type { HostSource } from './host-sources.ts'
import { listAside } from './keep/kept-list.ts'
import { writePresent } from './keep/stored-work.ts'
import { keepHost, readHost, restoreHost, writeHost } from './persist-host.ts'

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
  expect(writePresent(vm.store.getState(), {})).not.toMatch(/A CPU|11\.3/)
  const again = fresh()
  restoreHost(again)
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
    restoreHost(vm)
    expect(vm.store.getState().host).toBeUndefined()
    expect(listAside().map(({ content }) => content)).toEqual([text])
  },
)

test('what is written is read', () => {
  expect(readHost(writeHost({ hostSources: [], hostTyped: undefined }))).toEqual({
    hostSources: [],
    hostTyped: undefined,
    leftOut: [],
  })
})

test('what is wrong about the host is set aside, and what is right is there', () => {
  const bad = { ...lscpu, facts: { archh: 1 } }
  localStorage.setItem('vmwright.host', JSON.stringify({ version: 1, sources: [bad, lscpu], typed: 7 }))
  const vm = fresh()
  restoreHost(vm)
  expect(vm.store.getState().hostSources).toHaveLength(1)
  expect(listAside().flatMap(({ values }) => values.map(({ path, value }) => [path, value]))).toEqual([
    ['sources[0]', bad],
    ['typed', 7],
  ])
  restoreHost(fresh())
  expect(listAside()).toHaveLength(1)
})

test('of facts that are wrong in part, the rest is there and what is wrong is set aside', () => {
  const typed = { libvirt: '11.3.0', user: { name: 'me and you', uid: 1000 } }
  const kept = readHost(JSON.stringify({ version: 1, sources: [], typed }))
  expect(kept?.hostTyped).toEqual({ libvirt: '11.3.0', user: { uid: 1000 } })
  expect(kept?.leftOut).toMatchObject([{ path: 'typed.user.name', value: 'me and you' }])
})

test('tabs follow each other in what they know of the host', () => {
  const [one, other] = [fresh(), fresh()]
  const stops = [keepHost(one), keepHost(other)]
  const tell = () =>
    dispatchEvent(
      new StorageEvent('storage', { key: 'vmwright.host', newValue: localStorage.getItem('vmwright.host') }),
    )
  one.addHostSources([lscpu])
  tell()
  other.setHost({ libvirt: '11.3.0' })
  tell()
  expect(one.store.getState().host).toMatchObject({ cpu: { model: 'A CPU' }, libvirt: '11.3.0' })
  other.setHostSources([])
  other.setHost(undefined)
  tell()
  expect(one.store.getState().host).toBeUndefined()
  for (const stop of stops) stop()
})

test('what another tab knows and this one has not seen is not written over', () => {
  const vm = fresh()
  const stop = keepHost(vm)
  const theirs = writeHost({ hostSources: [lscpu], hostTyped: undefined })
  localStorage.setItem('vmwright.host', theirs)
  vm.setHost({ libvirt: '11.3.0' })
  stop()
  expect(listAside().map(({ content }) => content)).toEqual([theirs])
})
