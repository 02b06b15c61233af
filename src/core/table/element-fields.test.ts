import { expect, it } from 'vitest'
import { domain } from '../domain/index.ts'
import { elementFields } from './element-fields.ts'

const root = elementFields(domain)
const inside = (...names: readonly string[]) =>
  names.reduce<ReturnType<typeof elementFields> | undefined>((at, name) => at?.child(name), root)

it('knows the children, attributes and words of an element by its way from the root', () => {
  expect(root.children.map(({ name }) => name)).toContain('vcpu')
  expect(inside('devices', 'disk', 'target')?.attributes.map(({ name }) => name)).toContain('bus')
  const mode = inside('cpu')?.attributes.find(({ name }) => name === 'mode')
  expect(mode?.scalar.choices).toContain('host-passthrough')
  expect(inside('memory')?.attributes.map(({ name }) => name)).toContain('unit')
  expect(inside('os', 'type')?.attributes.map(({ name }) => name)).toContain('machine')
  expect(inside('on_crash')?.text?.scalar.choices).toContain('restart')
  expect(inside('devices', 'nonsense')).toBeUndefined()
})
