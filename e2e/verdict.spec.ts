import { dropFile, expect, openPage, openPart, test } from './page.ts'

const facts = {
  arch: 'x86_64',
  distro: 'arch',
  libvirt: '11.3.0',
  qemu: '10.0.0',
  connection: 'session',
  kvm: true,
  programs: { passt: { path: '/usr/bin/passt' } },
}

test('it is said whether the VM will start, what remains is listed, and what is seen done is ticked', async ({
  page,
}) => {
  await openPage(page)
  const verdict = page.getByRole('region', { name: 'Will it start?' })
  const answer = verdict.getByRole('button', { name: /^(?:Not known|Yes|No) Will it start\?/ })
  await expect(answer).toHaveText(/Likely, after create\.sh: \d things only the host can tell/)
  await answer.click()
  const step = (what: RegExp) => verdict.getByRole('listitem').filter({ hasText: what })
  await expect(step(/^KVM can be used/).getByRole('img', { name: 'Not known' })).toBeVisible()
  await expect(step(/^KVM can be used/)).toContainText('test -w /dev/kvm')

  await dropFile(page, 'host.json', JSON.stringify(facts))
  await expect(answer).toHaveText(/Yes, after create\.sh, which makes the disk and the seed/)
  await expect(step(/^KVM can be used/).getByRole('img', { name: 'Done' })).toBeVisible()

  // What is wrong with the design comes first, with its fix; each way of starting has its own answer.
  await openPart(page, 'Firmware and boot')
  await page.getByRole('radio', { name: 'UEFI, Secure Boot' }).click()
  await expect(answer).toHaveText(/Not yet: \d things? remains?/)
  await verdict.getByRole('radio', { name: /QEMU by hand/ }).click()
  const wrong = verdict.getByRole('listitem').first()
  await expect(wrong.getByRole('img', { name: 'Wrong' })).toBeVisible()
  await wrong.getByRole('button', { name: /smm/ }).last().click()
  await expect(answer).not.toHaveText(/Not yet/)
})
