import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ChoiceTable } from './ChoiceTable.tsx'
import { TypedForm } from './TypedForm.tsx'

afterEach(cleanup)

function Host({ onChange }: { readonly onChange?: (model: string) => void }) {
  const [model, setModel] = useState('virtio')
  return (
    <ChoiceTable
      label="Model"
      columns={[{ id: 'best', label: 'Best for' }]}
      rows={[
        { value: 'virtio', title: 'virtio', cells: { best: 'Linux' }, recommended: 'The guest is Linux' },
        { value: 'cirrus', title: 'cirrus', cells: { best: 'Rescue' }, disabledReason: 'UEFI has no driver' },
        { value: 'none', title: 'none', cells: { best: 'Headless' } },
      ]}
      value={model}
      onChange={(next) => {
        setModel(next)
        onChange?.(next)
      }}
    />
  )
}

const chosen = () =>
  screen
    .getAllByRole<HTMLInputElement>('radio')
    .find((radio) => radio.checked)
    ?.getAttribute('aria-label')

describe('ChoiceTable', () => {
  it('is picked by a click anywhere on a row, but not on a barred one', async () => {
    render(<Host />, { wrapper: TypedForm })
    await userEvent.click(screen.getByText('Headless'))
    expect(chosen()).toBe('none')
    await userEvent.click(screen.getByText('Rescue'))
    expect(chosen()).toBe('none')
  })

  it('takes a click on the radio of a row as one choice', async () => {
    const onChange = vi.fn()
    render(<Host onChange={onChange} />, { wrapper: TypedForm })
    await userEvent.click(screen.getByRole('radio', { name: 'none' }))
    expect(onChange).toHaveBeenCalledOnce()
  })

  it('is picked by the arrow keys, which pass over a barred row', async () => {
    render(<Host />, { wrapper: TypedForm })
    await userEvent.tab()
    await userEvent.keyboard('{ArrowDown}')
    expect(chosen()).toBe('none')
  })
})
