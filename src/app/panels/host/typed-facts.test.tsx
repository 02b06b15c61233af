import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { readHost, writeHost } from '../../persist-host.ts'
import { vmDocument } from '../../store.ts'
import { TypedForm } from '../../ui/index.ts'
import { TypedFacts } from './TypedFacts.tsx'

afterEach(() => {
  cleanup()
  vmDocument.setHost(undefined)
})

const one = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f ada@desk'
const other = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB8eHRwbGhkYFxYVFBMSERAPDg0MCwoJCAcGBQQDAgEA ada@laptop'

function open() {
  render(
    <TypedForm>
      <TypedFacts />
    </TypedForm>,
  )
}

const typed = () => vmDocument.store.getState().hostTyped

test('several public keys, one a line, are one fact', async () => {
  open()
  await userEvent.click(screen.getByRole('textbox', { name: 'SSH public key' }))
  await userEvent.paste(`${one}\n${other}`)
  expect(typed()).toEqual({ ssh_public_key: `${one}\n${other}` })
  const kept = readHost(writeHost(vmDocument.store.getState()))
  expect(kept).toEqual({ hostSources: [], hostTyped: typed(), leftOut: [] })
})

test('what is no fact stays in its field, which says why, and the other facts stay', async () => {
  open()
  const user = screen.getByRole<HTMLInputElement>('textbox', { name: 'User' })
  await userEvent.type(screen.getByRole('textbox', { name: 'libvirt' }), '11.3.0')
  await userEvent.type(user, 'me and you')
  await userEvent.tab()
  expect(user.value).toBe('me and you')
  expect(user.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText(/Must be a user name/)).toBeTruthy()
  expect(typed()?.libvirt).toBe('11.3.0')
})
