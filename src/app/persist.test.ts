import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createVmDocument } from './document/create-vm-document.ts'
import { designKey, keptOldestFirst, pruneKept } from './keep/kept-designs.ts'
import { keptDesign, listAside } from './keep/kept-list.ts'
import { currentNotices, withdraw } from './keep/notices.ts'
import { keepWork, restoreWork } from './persist.ts'
import { startingDesign } from './starting-design.ts'

/** Where pages before this one kept their one design. */
const oldKey = 'vmwright.work'
/** Longer than the quiet after which the work is stored. */
const quietMs = 400

let stops: (() => void)[] = []

beforeEach(() => vi.useFakeTimers())

afterEach(() => {
  for (const stop of stops) stop()
  stops = []
  vi.restoreAllMocks()
  vi.useRealTimers()
  localStorage.clear()
  sessionStorage.clear()
  history.replaceState(null, '')
  for (const { id } of currentNotices()) withdraw(id)
})

/** A tab of the page: all of them share one storage here, as they do in a browser. */
async function openTab() {
  const vm = createVmDocument(startingDesign, () => Date.now())
  const stop = keepWork(vm, await restoreWork(vm))
  stops.push(stop)
  return {
    ...vm,
    ram: () => vm.store.getState().design.spec.ram,
    name: () => vm.store.getState().design.name,
    step: () => vm.store.getState().step,
    key: () => designKey(vm.store.getState().id),
    setRam: (ram: string) => vm.change(['ram'], ram, 'change memory'),
    close: () => {
      stop()
      stops = stops.filter((other) => other !== stop)
    },
  }
}

/** Time for the work to be stored, and the news of it in all tabs. */
function settle(): void {
  vi.advanceTimersByTime(quietMs)
  tellTabs()
}

function tellTabs(): void {
  for (const { id } of keptOldestFirst()) dispatchEvent(new StorageEvent('storage', { key: designKey(id) }))
}

const notices = () => currentNotices().map(({ id }) => id)
/** All designs that are kept, the newest first. */
const kept = () =>
  keptOldestFirst()
    .map(({ id, text }) => keptDesign(id, text))
    .map(({ name, read }) => `${name} ${read.kind === 'work' ? (read.work.design.spec.ram ?? '') : ''}`)
    .reverse()

function press(label: string): void {
  const actions = currentNotices().flatMap((notice) => notice.actions)
  const action = actions.find((one) => one.label === label)
  expect(action, label).toBeDefined()
  action?.perform()
}

/** A storage with room for so many characters, as a browser's quota; it may be changed meanwhile. */
function limitStorage(characters: number): { characters: number } {
  const limit = { characters }
  const held = new Map<string, string>()
  const storage: Storage = {
    get length() {
      return held.size
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (key) => held.get(key) ?? null,
    removeItem: (key) => void held.delete(key),
    clear: () => held.clear(),
    setItem: (key, value) => {
      const next = new Map(held).set(key, value)
      const size = [...next].reduce((sum, [one, text]) => sum + one.length + text.length, 0)
      if (size > limit.characters) throw new DOMException('full', 'QuotaExceededError')
      held.set(key, value)
    },
  }
  vi.spyOn(globalThis, 'localStorage', 'get').mockReturnValue(storage)
  return limit
}

test('work comes back in a new tab, without a step to undo', async () => {
  const first = await openTab()
  first.setRam('5G')
  settle()
  first.close()
  const second = await openTab()
  expect(second.ram()).toBe('5G')
  expect(second.store.temporal.getState().pastStates).toEqual([])
})

test('a tab without changes of its own takes over what the other one makes, as one step', async () => {
  const [one, other] = [await openTab(), await openTab()]
  one.setRam('5G')
  settle()
  one.setRam('6G')
  settle()
  expect(other.ram()).toBe('6G')
  expect(other.step()).toBe('follow another tab')
  expect(notices()).toEqual([])
  other.undo()
  expect(other.ram()).toBe('4G')
  settle()
  expect(one.ram()).toBe('4G')
})

test('tabs that take turns never part', async () => {
  const [one, other] = [await openTab(), await openTab()]
  for (const [tab, ram] of [
    [one, '5G'],
    [other, '6G'],
    [one, '7G'],
    [other, '8G'],
  ] as const) {
    tab.setRam(ram)
    settle()
  }
  expect([one.ram(), other.ram()]).toEqual(['8G', '8G'])
  expect(notices()).toEqual([])
  expect(kept()).toEqual(['my-vm 8G'])
})

test.each([
  ['Take theirs', '5G'],
  ['Keep mine', '6G'],
])('where both changed, nothing is lost: %s', async (answer, ram) => {
  const [one, other] = [await openTab(), await openTab()]
  // Neither has seen the other's when it is stored.
  one.setRam('5G')
  other.setRam('6G')
  settle()
  expect([one.ram(), other.ram()]).toEqual(['5G', '6G'])
  expect(notices()).toEqual(['apart'])
  expect(kept().sort()).toEqual(['my-vm 5G', 'my-vm 6G'])
  press(answer)
  await vi.waitFor(() => expect(notices()).toEqual([]))
  settle()
  expect([one.ram(), other.ram()]).toEqual([ram, ram])
  expect(kept().sort()).toEqual(['my-vm 5G', 'my-vm 6G'])
})

test('what is written over blindly is not lost either', async () => {
  const [one, other] = [await openTab(), await openTab()]
  one.setRam('5G')
  vi.advanceTimersByTime(quietMs)
  const ofOne = localStorage.getItem(one.key()) ?? ''
  // The other tab stored its own at the very same time, as the storage of two processes allows.
  localStorage.removeItem(one.key())
  other.setRam('6G')
  vi.advanceTimersByTime(quietMs)
  expect(ofOne).not.toBe('')
  tellTabs()
  expect(one.ram()).toBe('5G')
  expect(kept().sort()).toEqual(['my-vm 5G', 'my-vm 6G'])
  expect(notices()).toEqual(['apart'])
})

test('a tab that is apart comes back so', async () => {
  const [one, other] = [await openTab(), await openTab()]
  one.setRam('5G')
  other.setRam('6G')
  settle()
  one.close()
  other.close()
  withdraw('apart')
  const again = await openTab()
  expect(again.ram()).toBe('6G')
  expect(notices()).toEqual(['apart'])
  press('Keep mine')
  expect(localStorage.getItem(again.key())).toContain('6G')
  expect(kept().sort()).toEqual(['my-vm 5G', 'my-vm 6G'])
})

test('what writes over a design without looking does not make it lost', async () => {
  const tab = await openTab()
  tab.setRam('5G')
  settle()
  const theirs = '{"version":1,"design":{"name":"old","spec":{"ram":"9G"}},"drafts":{}}'
  localStorage.setItem(tab.key(), theirs)
  settle()
  expect(tab.ram()).toBe('5G')
  expect(notices()).toEqual(['apart'])
  press('Take theirs')
  await vi.waitFor(() => expect(tab.ram()).toBe('9G'))
  expect(kept()).toEqual(['old 9G', 'my-vm 5G'].sort())
})

test('work of a newer page in another tab is not written over', async () => {
  const tab = await openTab()
  const theirs = '{"version":9,"things":[]}'
  localStorage.setItem(tab.key(), theirs)
  tab.setRam('5G')
  settle()
  expect(localStorage.getItem(tab.key())).toBe(theirs)
  expect(notices()).toEqual(['apart'])
  press('Keep mine')
  expect(localStorage.getItem(tab.key())).toContain('5G')
  expect(listAside().map(({ content }) => content)).toEqual([theirs])
})

test('two tabs that come to say the same are of one mind', async () => {
  const [one, other] = [await openTab(), await openTab()]
  one.setRam('5G')
  other.setRam('5G')
  settle()
  expect(notices()).toEqual([])
})

test('another open part is no change that parts two tabs', async () => {
  const [one, other] = [await openTab(), await openTab()]
  one.selectPart('cpu')
  other.selectPart('disks')
  settle()
  one.setRam('5G')
  settle()
  expect(other.ram()).toBe('5G')
  expect(other.store.getState().selection.part).toBe('disks')
})

test('what another tab typed and this one reads is no change of its own', async () => {
  const [one, other] = [await openTab(), await openTab()]
  one.typeText('yaml', 'ram: 5G')
  settle()
  expect(other.store.getState().drafts.yaml?.text).toBe('ram: 5G')
  const { design } = other.store.getState()
  const read = { ...design, spec: { ...design.spec, ram: '5G' } }
  other.readText('yaml', { text: 'ram: 5G', vm: design.name, design: read }, read)
  one.typeText('yaml', 'ram: 55G')
  settle()
  expect(notices()).toEqual([])
  expect(other.store.getState().drafts.yaml?.text).toBe('ram: 55G')
})

test('what another design takes the place of stays kept, with its texts, and a new tab opens the last one', async () => {
  const tab = await openTab()
  tab.replace({ name: 'web', spec: { ram: '1G' } }, 'open web', {
    yaml: { text: '# mine\nram: 1G\n', vm: 'web' },
  })
  tab.typeText('xml', '<domain')
  const web = tab.key()
  tab.replace(startingDesign, 'start a new VM', { isGiven: true })
  tab.close()
  expect(keptDesign('web', localStorage.getItem(web) ?? '').read).toMatchObject({
    work: { specDocument: { text: '# mine\nram: 1G\n' }, drafts: { xml: { text: '<domain' } } },
  })
  expect((await openTab()).name()).toBe('my-vm')
})

test('undo goes back into the design before, which goes on as it was, and the other one stays', async () => {
  const tab = await openTab()
  tab.setRam('5G')
  const first = tab.key()
  tab.replace({ name: 'web', spec: { ram: '1G' } }, 'open web')
  expect(tab.key()).not.toBe(first)
  tab.undo()
  expect([tab.key(), tab.ram()]).toEqual([first, '5G'])
  tab.setRam('6G')
  settle()
  expect(kept().sort()).toEqual(['my-vm 6G', 'web 1G'])
  tab.close()
  expect((await openTab()).ram()).toBe('6G')
})

test('two tabs with two designs leave each other alone', async () => {
  const [one, other] = [await openTab(), await openTab()]
  other.replace({ name: 'web', spec: { ram: '1G' } }, 'open web')
  settle()
  one.setRam('5G')
  settle()
  other.setRam('2G')
  settle()
  expect([one.name(), one.ram(), other.name(), other.ram()]).toEqual(['my-vm', '5G', 'web', '2G'])
  expect(notices()).toEqual([])
})

test('a tab that goes back to a design takes over what the other one did to it meanwhile', async () => {
  const [one, other] = [await openTab(), await openTab()]
  one.setRam('5G')
  settle()
  one.replace({ name: 'web', spec: {} }, 'open web')
  other.setRam('6G')
  settle()
  one.undo()
  expect(one.ram()).toBe('6G')
  expect(notices()).toEqual([])
})

test('the design of a page before this one is taken over', async () => {
  localStorage.setItem(oldKey, '{"version":1,"design":{"name":"old","spec":{"ram":"9G"}}}')
  const tab = await openTab()
  expect([tab.name(), tab.ram()]).toEqual(['old', '9G'])
  expect(localStorage.getItem(oldKey)).toBeNull()
  expect(kept()).toEqual(['old 9G'])
})

test('what the page itself gave is not kept as long as it is as it was', async () => {
  const tab = await openTab()
  tab.replace({ name: 'a', spec: { ram: '1G' } }, 'start from A', { isGiven: true })
  tab.replace({ name: 'b', spec: { ram: '2G' } }, 'start from B', { isGiven: true })
  expect(kept()).toEqual(['b 2G'])
  tab.setRam('3G')
  tab.replace({ name: 'c', spec: {} }, 'start from C', { isGiven: true })
  expect(kept().sort()).toEqual(['b 3G', 'c '])
})

test('a design that is opened twice and left as it was is kept once', async () => {
  const tab = await openTab()
  for (let count = 0; count < 3; count += 1) tab.replace({ name: 'web', spec: { ram: '1G' } }, 'open', {})
  tab.replace({ name: 'last', spec: {} }, 'open', {})
  expect(kept().sort()).toEqual(['last ', 'web 1G'])
})

test('without a database the last 20 stay', async () => {
  const tab = await openTab()
  for (let index = 0; index < 25; index += 1) {
    vi.advanceTimersByTime(1000)
    tab.replace({ name: `vm${index}`, spec: { ram: '1G' } }, 'open', {})
  }
  pruneKept(true)
  expect(kept()).toHaveLength(20)
  expect(kept().slice(0, 3)).toEqual(['vm24 1G', 'vm23 1G', 'vm22 1G'])
})

test('a design over the quota is said, and the state before it does not come back as the newest', async () => {
  limitStorage(4000)
  const tab = await openTab()
  tab.setRam('5G')
  settle()
  tab.change(['libvirt', 'description'], 'x'.repeat(5000), 'change description')
  settle()
  expect(notices()).toEqual(['unkept'])
  expect(currentNotices()[0]?.actions.map(({ label }) => label)).toEqual(['Download'])
  const leave = new Event('beforeunload', { cancelable: true })
  dispatchEvent(leave)
  expect(leave.defaultPrevented).toBe(true)
  tab.close()
  withdraw('unkept')
  const again = await openTab()
  expect(again.ram()).toBe('5G')
  expect(notices()).toEqual(['behind'])
  // Closed once, it is not said again.
  currentNotices()[0]?.onDismiss?.()
  await openTab()
  expect(notices()).toEqual([])
})

test('a design that fits again is kept again', async () => {
  limitStorage(4000)
  const tab = await openTab()
  tab.change(['libvirt', 'description'], 'x'.repeat(5000), 'change description')
  settle()
  expect(notices()).toEqual(['unkept'])
  tab.undo()
  settle()
  tab.setRam('7G')
  settle()
  expect(notices()).toEqual([])
  tab.close()
  expect((await openTab()).ram()).toBe('7G')
  expect(notices()).toEqual([])
})

test('where nothing at all can be written, a reload says that the work is gone', async () => {
  const limit = limitStorage(4000)
  const tab = await openTab()
  tab.setRam('5G')
  settle()
  limit.characters = 0
  tab.setRam('6G')
  settle()
  expect(notices()).toEqual(['unkept'])
  tab.close()
  limit.characters = 4000
  withdraw('unkept')
  const again = await openTab()
  expect(again.ram()).toBe('4G')
  expect(notices()).toEqual(['lost'])
})

test('a storage that is off is said at once', async () => {
  vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  const tab = await openTab()
  expect(notices()).toEqual(['unkept'])
  expect(currentNotices()[0]?.text).toContain('off')
  tab.setRam('6G')
  settle()
  expect(tab.ram()).toBe('6G')
  tab.replace(startingDesign, 'start a new VM')
  expect(notices()).toEqual(['unkept'])
})

test('designs that were left are dropped before the open one is, the oldest first, and that is said', async () => {
  limitStorage(6000)
  const tab = await openTab()
  for (const name of ['a', 'b', 'c']) {
    vi.advanceTimersByTime(1000)
    tab.replace({ name, spec: { libvirt: { description: 'x'.repeat(1000) } } }, 'open', {})
  }
  vi.advanceTimersByTime(1000)
  tab.replace({ name: 'd', spec: {} }, 'open', {})
  expect(kept()).toEqual(['d ', 'c ', 'b ', 'a '])
  tab.change(['libvirt', 'description'], 'x'.repeat(4000), 'change description')
  settle()
  expect(kept()).toEqual(['d ', 'c '])
  expect(notices()).toEqual(['dropped'])
  expect(currentNotices()[0]?.text).toMatch(/2 oldest .*a, b/)
  tab.close()
  expect((await openTab()).name()).toBe('d')
})

test('they stay when dropping them all would not help', async () => {
  limitStorage(6000)
  const tab = await openTab()
  tab.replace({ name: 'a', spec: {} }, 'open', {})
  tab.replace({ name: 'b', spec: {} }, 'open', {})
  tab.change(['libvirt', 'description'], 'x'.repeat(9000), 'change description')
  settle()
  expect(kept().sort()).toEqual(['a ', 'b '])
  expect(notices()).toEqual(['unkept'])
})

test('a large design can be replaced where there is no room for two of it', async () => {
  limitStorage(6000)
  const tab = await openTab()
  tab.change(['libvirt', 'description'], 'x'.repeat(4000), 'change description')
  settle()
  tab.replace({ name: 'small', spec: {} }, 'open', {})
  expect(notices()).toEqual([])
  expect(kept().sort()).toEqual(['my-vm 4G', 'small '])
})

test('one bad value is all that is set aside, and a second one beside it', async () => {
  const store = (bad: string) =>
    localStorage.setItem(
      oldKey,
      JSON.stringify({ version: 1, design: { name: 'web', spec: { ram: '2G', firmware: bad } } }),
    )
  for (const bad of ['bioss', 'uefii']) {
    store(bad)
    const tab = await openTab()
    expect([tab.name(), tab.ram()]).toEqual(['web', '2G'])
    expect(currentNotices().at(-1)?.text).toContain('firmware')
    tab.close()
  }
  expect(
    listAside()
      .flatMap(({ values }) => values.map(({ value }) => value))
      .sort(),
  ).toEqual(['bioss', 'uefii'])
  // What is stored now is right: a reload sets nothing aside again.
  await openTab()
  expect(listAside()).toHaveLength(2)
})

test('work that can not be read is kept aside, each under a key of its own', async () => {
  for (const text of ['{"version":99}', '{"version":98']) {
    localStorage.setItem(oldKey, text)
    expect((await openTab()).name()).toBe('my-vm')
    expect(notices()).toEqual(['unreadable'])
  }
  expect(
    listAside()
      .map(({ content }) => content)
      .sort(),
  ).toEqual(['{"version":98', '{"version":99}'])
})
