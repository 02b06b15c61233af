import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { focusField } from './Field.tsx'
import { TextField } from './TextField.tsx'
import { TypedForm } from './TypedForm.tsx'

afterEach(cleanup)

/** The list of disks with the form of the second, in which the named fields are wrong. */
function setup(...wrong: readonly string[]) {
  const field = (key: string) => (
    <TextField
      label={key}
      path={`disks[1].${key}`}
      value={undefined}
      onChange={() => undefined}
      error={wrong.includes(key) ? 'Wrong' : undefined}
    />
  )
  render(
    <TypedForm>
      <div data-path="disks">
        <button type="button">vdb</button>
        {field('source')}
        {field('target')}
        {field('serial')}
      </div>
    </TypedForm>,
  )
}

const focused = () => document.activeElement
const input = (label: string) => screen.getByRole('textbox', { name: label })

describe('focusField', () => {
  it('goes to the field itself', () => {
    setup()
    expect(focusField('disks[1].target')).toBe(true)
    expect(focused()).toBe(input('target'))
  })

  it('goes to the field itself, though one before it is wrong', () => {
    setup('source')
    focusField('disks[1].target')
    expect(focused()).toBe(input('target'))
  })

  it('goes to the first wrong field of a device', () => {
    setup('target', 'serial')
    focusField('disks[1]')
    expect(focused()).toBe(input('target'))
  })

  it('goes to the first field of a device of which none is wrong', () => {
    setup()
    focusField('disks[1]')
    expect(focused()).toBe(input('source'))
  })

  it('goes nowhere when nothing of it is on the page', () => {
    setup()
    expect(focusField('disks[2]')).toBe(false)
  })
})
