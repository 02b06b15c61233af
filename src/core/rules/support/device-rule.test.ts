import { expect, test } from 'vitest'
import { resolve } from '../../resolve/index.ts'
import type { VmSpec } from '../../spec/index.ts'
import { withDevices } from './case.test-data.ts'
import { deviceRule } from './device-rule.ts'
import { partRule } from './part-rule.ts'
import { repeatedRule } from './repeated-rule.ts'
import type { Rule, RuleContext } from './rule.ts'
import { ruleContext } from './rule-context.ts'
import { wordRule } from './word-rule.ts'

const about = { id: 'disk.ide', title: 'A rule of the test', source: 'the test' } as const

function contextOf(spec: VmSpec): RuleContext {
  const design = { name: 'vm', spec }
  return ruleContext(design, undefined, resolve(design, undefined))
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

test('a rule about what there is once speaks of each further one, and names the first', () => {
  const rule = repeatedRule('sound', {
    ...about,
    same: ({ model }) => (model === 'es1370' ? undefined : model),
    at: ['model'],
    says: ({ model }, first) => `${model} is at ${first}.`,
    fix: ({ model }) => ({ title: `Remove ${model}`, at: [] }),
  })
  const models = ['es1370', 'ich9', 'ac97', 'ich9', 'es1370', 'ich9'] as const
  const sound = models.map((model) => ({ model }))
  const expected = [3, 5].map((index) => ({
    at: ['devices', 'sound', index, 'model'],
    message: 'ich9 is at libvirt.devices.sound[1].',
    fix: { title: 'Remove ich9', at: ['devices', 'sound', index] },
  }))
  expect([...rule.check(contextOf(withDevices({ sound })))]).toEqual(expected)
})

test('it may be about other things than devices, which say where they are', () => {
  const rule = repeatedRule(() => [{ path: ['vcpu'] }, { path: ['cpu'] }], {
    ...about,
    same: () => 'both',
    says: () => 'Twice.',
  })
  expect(problemsOf(rule)).toEqual([{ at: ['cpu'], message: 'Twice.', fix: undefined }])
})

test('a rule about words speaks of those of its list, where it applies', () => {
  const ofWords = (isThere: boolean) =>
    wordRule('sound', {
      ...about,
      when: () => isThere,
      field: ['model'],
      words: ['ac97', 'sb16'],
      says: (word) => `No ${word}.`,
      fix: { title: 'Take ich9', value: 'ich9' },
    })
  expect(problemsOf(ofWords(true))).toEqual([
    { at: ['devices', 'sound', 1, 'model'], message: 'No ac97.', fix: { title: 'Take ich9', value: 'ich9' } },
  ])
  expect(problemsOf(ofWords(false))).toEqual([])
})
