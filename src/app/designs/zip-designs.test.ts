import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { isZip, readZip, zipTexts } from './zip-designs.ts'

test('texts come out of a zip as they went in, and two of one name get a number', () => {
  const files = [
    { name: 'web.yml', text: '# ü\nweb: {}\n' },
    { name: 'Web.yml', text: 'second' },
    { name: 'web.typed.yml', text: 'half' },
    { name: '../up/down.yml', text: 'out' },
  ]
  const bytes = zipTexts(files.map((file) => [file]))
  expect(isZip(bytes)).toBe(true)
  expect(Object.keys(unzipSync(bytes))).toEqual([
    'vmwright-designs/web.yml',
    'vmwright-designs/Web-2.yml',
    'vmwright-designs/web.typed.yml',
    'vmwright-designs/__up_down.yml',
  ])
  const { files: read, problems } = readZip(bytes)
  expect(problems).toEqual([])
  expect(read.map(({ text }) => text)).toEqual(files.map(({ text }) => text))
})

const limits = { files: 3, fileBytes: 100_000, allBytes: 150_000 }

test('what is too much is left out, and said', () => {
  const many = zipSync(Object.fromEntries([1, 2, 3, 4, 5].map((one) => [`${one}.yml`, strToU8('x')])))
  expect(readZip(many, limits)).toMatchObject({
    files: [{ name: '1.yml' }, { name: '2.yml' }, { name: '3.yml' }],
    problems: ['There are more than 3 files in it: the others were not read.'],
  })
  const zeros = (bytes: number) => new Uint8Array(bytes)
  const bomb = zipSync({ 'bomb.yml': zeros(5_000_000), 'web.yml': strToU8('x') })
  const read = readZip(bomb, { ...limits, allBytes: 10_000_000 })
  expect(read.problems[0]).toMatch(/^bomb\.yml is larger than/)
  expect(read.files).toEqual([{ name: 'web.yml', text: 'x' }])
  // A bomb that is left out is not unpacked to its end.
  expect(readZip(bomb, limits).files).toEqual([])
  const together = zipSync({ 'a.yml': zeros(90_000), 'b.yml': zeros(90_000), 'c.yml': zeros(1) })
  expect(readZip(together, limits)).toMatchObject({
    files: [{ name: 'a.yml' }],
    problems: [expect.stringMatching(/^It unpacks to more than/)],
  })
})

test('what is no zip, or half of one, or no text, gives what there is and throws nothing', () => {
  expect(readZip(strToU8('no zip at all'))).toEqual({
    files: [],
    problems: ['It is no whole zip, or there is nothing in it.'],
  })
  const whole = zipSync({ 'a.yml': strToU8('first'), 'b.yml': strToU8('x'.repeat(5000)) }, { level: 0 })
  const { files, problems } = readZip(whole.subarray(0, 2000))
  expect(files.map(({ text }) => text)).toEqual(['first'])
  expect(problems).toEqual([
    'It is no whole zip: what is behind the first fault was not read.',
    'b.yml is not whole.',
  ])
  expect(readZip(zipSync({ 'a.yml': new Uint8Array([0xff, 0xfe]) })).problems).toEqual(['a.yml is no text.'])
})

test('the files of one design get the same number', () => {
  const text = ''
  const bytes = zipTexts([
    [{ name: 'web.yml', text }],
    [
      { name: 'web.yml', text },
      { name: 'web.csv', text },
    ],
  ])
  expect(Object.keys(unzipSync(bytes)).map((name) => name.replace(/^.*\//, ''))).toEqual([
    'web.yml',
    'web-2.yml',
    'web-2.csv',
  ])
})
