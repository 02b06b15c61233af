import { expect, test } from 'vitest'
import { complete } from '../../complete/index.ts'
import { resolve } from '../../resolve/index.ts'
import type { VmSpec } from '../../spec/index.ts'
import { withDevices } from './case.test-data.ts'
import { deviceRule } from './device-rule.ts'
import { partRule } from './part-rule.ts'
import type { Rule, RuleContext } from './rule.ts'

const about = { id: 'disk.ide', title: 'A rule of the test', source: 'the test' } as const

function contextOf(spec: VmSpec): RuleContext {
  const design = { name: 'vm', spec }
  const resolved = resolve(design, undefined)
  const { domain } = resolved
  return { design, spec, domain, host: undefined, resolved, completed: complete(resolved) }
}

const context = contextOf(
  withDevices({ sound: [{ model: 'ich9' }, { model: 'ac97' }], hub: [{ type: 'usb' }] }),
)
const problemsOf = (rule: Rule) => [...rule.check(context)]

test('a device rule is asked of each device, and its paths are below that', () => {
  const rule = deviceRule('sound', {
    ...about,
    *check({ model }) {
      if (model === 'ac97')
        yield { at: ['model'], message: 'Old.', fix: { title: 'Take ich9', value: 'ich9' } }
    },
  })
  expect(problemsOf(rule)).toEqual([
    { at: ['devices', 'sound', 1, 'model'], message: 'Old.', fix: { title: 'Take ich9', value: 'ich9' } },
  ])
})

test('it may be about several lists, and knows the place of the device', () => {
  const rule = deviceRule(['hub', 'sound'], {
    ...about,
    *check(_, _context, { index }) {
      yield { at: [], message: String(index) }
    },
  })
  expect(problemsOf(rule).map((problem) => [problem.message, 'at' in problem && problem.at])).toEqual([
    ['0', ['devices', 'hub', 0]],
    ['0', ['devices', 'sound', 0]],
    ['1', ['devices', 'sound', 1]],
  ])
})

test('it is silent where it does not apply', () => {
  const rule = deviceRule('sound', {
    ...about,
    when: ({ host }) => host !== undefined,
    *check() {
      yield { at: [], message: 'Never.' }
    },
  })
  expect(problemsOf(rule)).toEqual([])
})

test('a rule about a part is asked when the part is there', () => {
  const ofCpu = partRule('cpu', {
    ...about,
    *check({ mode }) {
      yield { at: ['mode'], message: String(mode) }
    },
  })
  const ofKeywrap = partRule('keywrap', {
    ...about,
    *check() {
      yield { at: [], message: 'Never.' }
    },
  })
  expect(problemsOf(ofCpu)).toEqual([{ at: ['cpu', 'mode'], message: 'host-passthrough' }])
  expect(problemsOf(ofKeywrap)).toEqual([])
})
