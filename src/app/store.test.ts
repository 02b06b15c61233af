import { describe, expect, test } from 'vitest'
import { createVmDocument } from './document/create-vm-document.ts'

const disks = ['libvirt', 'devices', 'disks'] as const

function documentAt(start = 0) {
  let time = start
  const vm = createVmDocument({ name: 'test', spec: { ram: '1G', cpu: 1 } }, () => time)
  const spec = () => vm.store.getState().design.spec
  const steps = () => vm.store.temporal.getState().pastStates.length
  return { ...vm, spec, steps, wait: (ms: number) => (time += ms) }
}

describe('undo', () => {
  test('typing in one field without a pause is one step', () => {
    const vm = documentAt()
    vm.change(['ram'], '2G', 'change memory')
    vm.wait(100)
    vm.change(['ram'], '20G', 'change memory')
    vm.wait(399)
    vm.change(['ram'], '200G', 'change memory')
    expect(vm.steps()).toBe(1)
    vm.undo()
    expect(vm.spec().ram).toBe('1G')
  })

  test('a pause of 400 ms starts a new step', () => {
    const vm = documentAt()
    vm.change(['ram'], '2G', 'change memory')
    vm.wait(400)
    vm.change(['ram'], '3G', 'change memory')
    expect(vm.steps()).toBe(2)
    vm.undo()
    expect(vm.spec().ram).toBe('2G')
  })

  test('another field starts a new step at once', () => {
    const vm = documentAt()
    vm.change(['ram'], '2G', 'change memory')
    vm.change(['cpu'], 4, 'change vCPUs')
    vm.undo()
    expect(vm.spec()).toEqual({ ram: '2G', cpu: 1 })
  })

  test('what is typed after an undo is a step of its own', () => {
    const vm = documentAt()
    vm.change(['ram'], '2G', 'change memory')
    vm.undo()
    vm.change(['ram'], '3G', 'change memory')
    expect(vm.steps()).toBe(1)
    vm.undo()
    expect(vm.spec().ram).toBe('1G')
  })

  test('each state carries the label of the step that led to it', () => {
    const vm = documentAt()
    vm.addDevice(disks, { type: 'file' }, 'add disk')
    vm.change(['cpu'], 4, 'change vCPUs')
    expect(vm.store.getState().step).toBe('change vCPUs')
    vm.undo()
    expect(vm.store.getState().step).toBe('add disk')
    expect(vm.store.temporal.getState().futureStates.at(-1)?.step).toBe('change vCPUs')
    vm.redo()
    expect(vm.spec().cpu).toBe(4)
  })

  test('a change that changes nothing is no step', () => {
    const vm = documentAt()
    vm.change(['ram'], '1G', 'change memory')
    vm.change(['libvirt', 'title'], undefined, 'clear title')
    expect(vm.steps()).toBe(0)
  })

  test('a fix with several changes is one step', () => {
    const vm = documentAt()
    vm.applyFix({
      title: 'Set machine to q35 and SMM on',
      changes: [
        { path: ['machine'], value: 'q35' },
        { path: ['libvirt', 'features', 'smm'], value: true },
      ],
    })
    expect(vm.spec()).toMatchObject({ machine: 'q35', libvirt: { features: { smm: true } } })
    expect(vm.store.getState().step).toBe('set machine to q35 and SMM on')
    vm.undo()
    expect(vm.spec()).toEqual({ ram: '1G', cpu: 1 })
  })

  test('opening a file is undone with the comments of the file before', () => {
    const vm = documentAt()
    vm.replace({ name: 'first', spec: {} }, 'open first.yml', { yaml: { text: '# one', vm: 'first' } })
    vm.replace({ name: 'second', spec: {} }, 'open second.yml', { yaml: { text: '# two', vm: 'second' } })
    vm.undo()
    expect(vm.store.getState()).toMatchObject({ design: { name: 'first' }, specDocument: { text: '# one' } })
  })
})

describe('devices', () => {
  const three = () => {
    const vm = documentAt()
    for (const file of ['a', 'b', 'c']) vm.addDevice(disks, { source: { file } }, 'add disk')
    return vm
  }
  const files = (vm: ReturnType<typeof three>) =>
    vm.spec().libvirt?.devices?.disks?.map((disk) => disk.source?.file)

  test('an added device is the one whose form is open', () => {
    expect(three().selectedDevice(disks)).toBe(2)
  })

  test('the open form stays with its device when another one is removed or moved', () => {
    const vm = three()
    vm.removeDevice(disks, 0, 'remove disk')
    expect(files(vm)).toEqual(['b', 'c'])
    expect(vm.selectedDevice(disks)).toBe(1)
    vm.moveDevice(disks, 1, 0, 'move disk')
    expect(files(vm)).toEqual(['c', 'b'])
    expect(vm.selectedDevice(disks)).toBe(0)
  })

  test('the form closes with its device, and the empty list goes', () => {
    const vm = three()
    for (const index of [2, 1, 0]) vm.removeDevice(disks, index, 'remove disk')
    expect(vm.selectedDevice(disks)).toBeUndefined()
    expect(vm.spec().libvirt).toBeUndefined()
  })

  test('a change leaves every other device the same object', () => {
    const vm = three()
    const before = vm.spec().libvirt?.devices?.disks
    vm.change([...disks, 1, 'source', 'file'], 'x', 'change file')
    const after = vm.spec().libvirt?.devices?.disks
    expect(after?.[0]).toBe(before?.[0])
    expect(after?.[2]).toBe(before?.[2])
    expect(after?.[1]).not.toBe(before?.[1])
  })
})

test('what is switched off comes back as it was', () => {
  const vm = documentAt()
  const path = ['libvirt', 'memory_backing', 'hugepages']
  vm.switchOn(path, {}, 'use hugepages')
  vm.change([...path, 'size'], '2M', 'change size')
  vm.switchOff(path, 'use no hugepages')
  expect(vm.spec().libvirt).toBeUndefined()
  vm.switchOn(path, {}, 'use hugepages')
  expect(vm.spec().libvirt?.memory_backing?.hugepages).toEqual({ size: '2M' })
})

test('a wanted field opens its part and its device', () => {
  const vm = documentAt()
  vm.want('disks', [...disks, 1, 'source', 'file'])
  expect(vm.store.getState().selection).toMatchObject({ part: 'disks' })
  expect(vm.selectedDevice(disks)).toBe(1)
  vm.arrived()
  expect(vm.store.getState().wanted).toBeUndefined()
})
