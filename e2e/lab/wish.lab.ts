/** A wish becomes a running VM: the bundle that the page made of it, and the image as its publisher hands it out. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, openPageAndEditor, test } from '../page.ts'
import { downloadBundle, personAt, wishForUbuntuServer } from '../person.ts'
import { hostOfLab, inBundle, placeOfDev, unpackForDev } from './dev.ts'
import { guestImage, labIsMissing } from './lab.ts'
import { type Publisher, publisherAt } from './publisher.ts'

const missing = labIsMissing()
test.skip(missing !== undefined, missing ?? '')

const publisher = 'cloud-images.ubuntu.com'
const folder = '/noble/current'
const image = 'noble-server-cloudimg-amd64.img'

let place = ''
let images: Publisher | undefined
let sum = ''

test.beforeAll(async () => {
  place = placeOfDev(['prove-wish.sh'])
  const hash = createHash('sha256')
  await once(createReadStream(guestImage).pipe(hash), 'finish')
  const right = hash.digest('hex')
  sum = '0'.repeat(64)
  images = await publisherAt(publisher, path.join(place, '.home'), (asked) => {
    if (asked === `${folder}/${image}`) return { file: guestImage }
    if (asked !== `${folder}/SHA256SUMS`) return undefined
    const text = `${'1'.repeat(64)} *noble-server-cloudimg-arm64.img\n${sum} *${image}\n`
    // Wrong the first time.
    sum = right
    return { text }
  })
})

test.afterAll(() => {
  images?.close()
  rmSync(path.dirname(place), { recursive: true, force: true })
})

test('an Ubuntu server with SSH takes fewer than 6 interactions, and SSH', async ({ page }) => {
  await openPageAndEditor(page)
  const person = personAt(page)
  // The lab emulates: KVM on top of KVM is not for every machine.
  await person.paste(JSON.stringify({ ...hostOfLab, kvm: false }))
  await wishForUbuntuServer(page, person)
  const zip = await downloadBundle(page, person)
  expect(person.interactions()).toBeLessThan(6)
  unpackForDev(place, zip)

  const prove = () => inBundle(place, 'my-vm', 'prove-wish.sh', ['/home/dev/vms/my-vm'])
  const refused = await prove()
  expect(refused.printed).toContain(`and https://${publisher}${folder}/SHA256SUMS says ${'0'.repeat(64)}`)
  expect(refused.status).not.toBe(0)

  const { printed, status } = await prove()
  console.log(printed)
  expect(status, printed).toBe(0)
  expect(printed).toContain('== done')
  const fetched = [`${folder}/SHA256SUMS`, `${folder}/${image}`]
  expect(images?.asked).toEqual([...fetched, ...fetched])
})
