import { afterEach, expect, test } from 'vitest'
import { vmDocument } from '../store.ts'
import { followDocument, renderedStore, whenWritten } from './rendered.ts'

const file = `# the machine under the desk
web:
  vm:
    ram: 2G # enough for now
    cpu: 2
`
const yaml = () => renderedStore.getState().rendered.yaml.text
const stop = followDocument()

afterEach(() => vmDocument.replace({ name: 'empty', spec: {} }, 'start anew'))

test('every output follows a change, in one rendering', async () => {
  vmDocument.replace({ name: 'web', spec: { ram: '2G', cpu: 2 } }, 'open web')
  await whenWritten()
  expect(yaml()).toContain('2G')
  const { revision } = renderedStore.getState()
  vmDocument.change(['ram'], '3G', 'change memory')
  vmDocument.change(['cpu'], 4, 'change vCPUs')
  await whenWritten()
  const { rendered, revision: next } = renderedStore.getState()
  expect(next).toBe(revision + 1)
  expect(rendered.xml.text).toContain("<memory unit='MiB'>3072</memory>")
  expect(rendered.argv.text).toContain('3072M')
  expect(rendered.yaml.text).toContain('cpu: 4')
})

test('each line of the arguments has the path that it was written from', () => {
  const { argv } = renderedStore.getState().rendered
  expect(argv.lines?.length).toBe(argv.text.split('\n').length)
})

test('an opened file keeps its comments', async () => {
  vmDocument.replace({ name: 'web', spec: { ram: '2G', cpu: 2 } }, 'open web.yml', {
    yaml: { text: file, vm: 'web' },
  })
  await whenWritten()
  expect(yaml()).toBe(file)
  vmDocument.change(['ram'], '4G', 'change memory')
  await whenWritten()
  expect(yaml()).toBe(file.replace('2G', '4G'))
})

test('findings that stay the same are the same list, so that nothing of it is drawn anew', async () => {
  vmDocument.replace({ name: 'web', spec: { ram: '2G' } }, 'open web')
  await whenWritten()
  const { findings } = renderedStore.getState().rendered
  vmDocument.change(['ram'], '3G', 'change memory')
  await whenWritten()
  expect(renderedStore.getState().rendered.findings).toBe(findings)
  stop()
})
