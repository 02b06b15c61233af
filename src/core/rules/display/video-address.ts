import { deviceRule } from '../support/device-rule.ts'
import { leftOut } from '../support/left-out.ts'

export const rule = deviceRule('video', {
  id: 'video.address',
  title: 'A video card that has no address',
  source: 'libvirt 11.3: "address not supported for video type ramfb"',
  check(video) {
    if ((video.model !== 'ramfb' && video.model !== 'none') || video.address === undefined) return undefined
    return leftOut(['address'], `${video.model} is on no bus.`, 'the address')
  },
})
