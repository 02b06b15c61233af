import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { explainError } from './index.ts'

const folder = path.join(import.meta.dirname, 'test-data')

/** One message a line, `\n` for its line breaks; lines that begin with `#` are headings. */
const readMessages = (file: string) =>
  readFileSync(path.join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '))

const answersOf = (messages: readonly string[]) =>
  messages.map((message) => {
    const { answers, unknown } = explainError(message.replaceAll('\\n', '\n'))
    const said = answers.map(({ code, cause, command }) =>
      [`  ${code}: ${cause}`, ...(command === undefined ? [] : [`    $ ${command.split('\n')[0]}`])].join(
        '\n',
      ),
    )
    return [message, ...said, ...(answers.length === 0 ? [`  not known: ${unknown.join(' | ')}`] : [])].join(
      '\n',
    )
  })

test('every message of libvirt’s tests, of the lab and of people has the answer that was read', async () => {
  const messages = readMessages('messages.txt')
  expect(messages.length).toBeGreaterThanOrEqual(150)
  expect(
    messages.filter((message) => explainError(message.replaceAll('\\n', '\n')).answers.length === 0),
  ).toEqual([])
  await expect(`${answersOf(messages).join('\n')}\n`).toMatchFileSnapshot('test-data/messages.answers.txt')
})

test('nine of ten messages of a set that was not looked at are known', () => {
  const messages = readMessages('held-out.txt')
  const known = messages.filter((message) => explainError(message).answers.length > 0)
  expect(messages.length).toBeGreaterThan(400)
  expect(known.length / messages.length).toBeGreaterThan(0.9)
})
