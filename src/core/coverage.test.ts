import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { vmSpec } from './spec/index.ts'
import { type WalkedField, walkFields } from './table/index.ts'

/** The vocabulary that is promised: every path of it has a place. */
const promised = lines(path.join(import.meta.dirname, 'spec/field-paths.txt'))

const reference = path.join(import.meta.dirname, '../../../shared/reference/vmspec-fields.tsv')

const fields = walkFields(vmSpec).filter((field) => field.shortFor === undefined)
const fieldAt = new Map(fields.map((field) => [field.path, field]))

function hasPlace({ xmlPlace, becomes }: WalkedField): boolean {
  return Boolean(xmlPlace ?? becomes)
}

test('every promised field is declared, and has a place in XML or a reason why it has none', () => {
  expect(promised.filter((wanted) => !fieldAt.has(wanted))).toEqual([])
  expect(fields.filter((field) => !hasPlace(field)).map((field) => field.path)).toEqual([])
})

test('every declared field has help', () => {
  expect(fields.filter(({ field }) => !field.meta.help).map((field) => field.path)).toEqual([])
})

test('no path is declared twice', () => {
  expect(fieldAt.size).toBe(fields.length)
})

test('the promised fields are those of ../shared/reference', ({ skip }) => {
  skip(!existsSync(reference), '../shared/reference is not there')
  const inReference = lines(reference).slice(1)
  expect(promised).toEqual(inReference.map((line) => line.split('\t')[0]))
})

function lines(file: string): string[] {
  return readFileSync(file, 'utf8').trimEnd().split('\n')
}
