import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { GridSelect } from './GridSelect.tsx'

afterEach(cleanup)

const groups = [
  {
    id: '13',
    label: 'Group 13',
    rows: [
      { id: 'gpu', name: 'GPU', cells: [] },
      { id: 'audio', name: 'Audio', cells: [] },
    ],
  },
  {
    id: '1',
    label: 'Group 1',
    rows: [
      { id: 'bridge', name: 'Bridge', cells: [], disabledReason: 'stays with the host' },
      { id: 'nvme', name: 'NVMe', cells: [] },
    ],
  },
]

function setup() {
  let selected: ReadonlySet<string> = new Set()
  function Host() {
    const [value, setValue] = useState(selected)
    selected = value
    return (
      <GridSelect
        label="PCI"
        nameLabel="Device"
        columns={[]}
        groups={groups}
        selected={value}
        onChange={setValue}
      />
    )
  }
  render(<Host />)
  return { chosen: () => [...selected].sort() }
}

describe('GridSelect', () => {
  it('moves with the arrows and selects with Space, a group at once from its heading', async () => {
    const { chosen } = setup()
    await userEvent.tab()
    await userEvent.keyboard(' ')
    expect(chosen()).toEqual(['audio', 'gpu'])
    await userEvent.keyboard('{ArrowDown} ')
    expect(chosen()).toEqual(['audio'])
    await userEvent.keyboard('{ArrowUp} ')
    expect(chosen()).toEqual(['audio', 'gpu'])
    await userEvent.keyboard(' ')
    expect(chosen()).toEqual([])
  })

  it('extends with Shift across groups, past what is barred, and shrinks again', async () => {
    const { chosen } = setup()
    await userEvent.tab()
    await userEvent.keyboard('{ArrowDown}{ArrowDown} ')
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}')
    expect(chosen()).toEqual(['audio', 'nvme'])
    await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}')
    expect(chosen()).toEqual(['audio'])
  })

  it('never selects a barred row', async () => {
    const { chosen } = setup()
    await userEvent.click(screen.getByText('Bridge'))
    await userEvent.keyboard(' ')
    expect(chosen()).toEqual([])
    await userEvent.keyboard('{Control>}a{/Control}')
    expect(chosen()).toEqual(['audio', 'gpu', 'nvme'])
  })
})
