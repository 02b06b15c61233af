import { expect, test } from 'vitest'
import { findMessage, messagePattern, squeeze } from './message-pattern.ts'

/** The parts of the first match, as `name=value`; undefined without one. */
function found(says: string, text: string): string[] | undefined {
  const squeezed = squeeze(text)
  const [match] = findMessage(messagePattern(says), squeezed)
  return match?.parts.map(({ name, start, end }) => `${name ?? ''}=${squeezed.text.slice(start, end)}`)
}

test.each([
  [
    "storage file '{path}': No such file",
    "Cannot access storage file '/srv/a.img': No such file or directory",
    ['path=/srv/a.img'],
  ],
  [
    "storage file '{path}': No such file",
    "storage\n  file '/srv/\n  a.img': No su\nch file",
    ['path=/srv/a.img'],
  ],
  ["storage file '{path}': No such file", 'storage file ‘/srv/a.img’: No such file', ['path=/srv/a.img']],
  ["storage file '{path}': No such file", "storage file '/a' is odd, '/b': No such file", undefined],
  ['bind port {port#} (in use)', 'bind port 2222 (in use)', ['port=2222']],
  ['bind port {port#} (in use)', 'bind port http (in use)', undefined],
  ['unknown CPU feature: {feature}', 'unknown CPU feature: sse3 and more', ['feature=sse3']],
  ['unknown CPU feature: {feature}', 'unknown CPU feature: sse3.', ['feature=sse3']],
  ['{model} model of watchdog is virtual', 'the itco model of watchdog is virtual', ['model=itco']],
  ['index {index#}, {kind} of {name}', 'index 3, one of many things', ['index=3', 'kind=one', 'name=many']],
  ['No PCI buses available', 'XML error: No PCI buses available', []],
  ['No PCI buses available', 'No PCI bus is available', undefined],
])('%j in %j', (says, text, parts) => {
  expect(found(says, text)).toEqual(parts)
})

test('a message that is there twice is found twice', () => {
  const pattern = messagePattern("disk '{disk}' is odd")
  expect(findMessage(pattern, squeeze("disk 'vda' is odd, disk 'vdb' is odd"))).toHaveLength(2)
})

test('a part reaches no further than a name or path may be long', () => {
  expect(found("file '{path}' is odd", `file '${'a'.repeat(400)}' is odd`)).toBeUndefined()
})
