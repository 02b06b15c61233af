import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { NumberField } from './NumberField.tsx'
import { TypedForm } from './TypedForm.tsx'

afterEach(cleanup)

function setup(start: number | undefined) {
  const onChange = vi.fn()
  const onWrong = vi.fn()
  function Host() {
    const [value, setValue] = useState(start)
    const change = (next: number | undefined) => {
      onChange(next)
      setValue(next)
    }
    return (
      <TypedForm onWrong={onWrong}>
        <NumberField label="CPUs" min={1} max={8} path="cpu" value={value} onChange={change} />
        <button type="button" onClick={() => setValue(2)}>
          undo
        </button>
      </TypedForm>
    )
  }
  render(<Host />)
  return { onChange, onWrong, field: screen.getByRole<HTMLInputElement>('textbox', { name: 'CPUs' }) }
}

describe('NumberField', () => {
  it('keeps wrong text as typed, says why, and passes nothing on', async () => {
    const { field, onChange, onWrong } = setup(4)
    await userEvent.type(field, 'x')
    await userEvent.tab()
    expect(field.value).toBe('4x')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('Not a whole number')).toBeTruthy()
    expect(onChange).not.toHaveBeenCalled()
    expect(onWrong).toHaveBeenLastCalledWith('cpu', 'Not a whole number')
  })

  it('says the range and recovers when the text is right again', async () => {
    const { field, onChange, onWrong } = setup(4)
    await userEvent.type(field, '0')
    expect(screen.getByText('From 1 to 8')).toBeTruthy()
    await userEvent.clear(field)
    expect(onChange).toHaveBeenLastCalledWith(undefined)
    await userEvent.type(field, '08')
    expect(field.value).toBe('08')
    expect(onChange).toHaveBeenLastCalledWith(8)
    await waitFor(() => expect(onWrong).toHaveBeenLastCalledWith('cpu', undefined))
    await userEvent.tab()
    expect(field.value).toBe('8')
  })

  it('gives way to a value that changes from outside', async () => {
    const { field } = setup(4)
    await userEvent.type(field, 'x')
    await userEvent.click(screen.getByRole('button', { name: 'undo' }))
    expect(field.value).toBe('2')
    expect(field.getAttribute('aria-invalid')).toBeNull()
  })

  it('gives way to the value from before the only change', async () => {
    const { field } = setup(2)
    await userEvent.click(field)
    await userEvent.keyboard('{ArrowUp}')
    expect(field.value).toBe('3')
    // As the key for undo does: the focus stays in the field.
    fireEvent.click(screen.getByRole('button', { name: 'undo' }))
    expect(field.value).toBe('2')
  })

  it('steps with the arrow keys within its range', async () => {
    const { field, onChange } = setup(7)
    field.focus()
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    expect(field.value).toBe('8')
    expect(onChange).toHaveBeenCalledTimes(1)
  })
})
