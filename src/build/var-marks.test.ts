import { describe, expect, it } from 'vitest'
import { fillVars, markVars } from './var-marks.ts'

const vars = { net: 'shop-net', port: '8080', 'lan.subnet': '10.0.0.0/24', 'host-1.ip': '10.0.0.2' }
const round = (text: string) => fillVars(markVars(text, vars), vars)
const span = (name: string, value: string) => `<span class="var" data-var="${name}">${value}</span>`

describe('vars in lessons', () => {
  it('become spans that name their var', () => {
    expect(round('<p>{{net}} on {{ host-1.ip }}</p>')).toBe(
      `<p>${span('net', 'shop-net')} on ${span('host-1.ip', '10.0.0.2')}</p>`,
    )
  })

  it('become bare values inside a tag', () => {
    expect(round('<button data-code="a > {{net}}">{{port}}</button>')).toBe(
      `<button data-code="a > shop-net">${span('port', '8080')}</button>`,
    )
  })

  it('take one character each, so that no highlighter can split them', () => {
    expect(markVars('{{lan.subnet}}', vars)).toHaveLength(1)
  })

  it('leave Go templates and unknown names alone', () => {
    const text = "docker inspect -f '{{.Name}} {{json .Id}} {{end}}' {{other}}"
    expect(markVars(text, vars)).toBe(text)
  })

  it('escape values that would be markup', () => {
    const odd = { net: '<b>"&' }
    expect(fillVars(markVars('<i title="{{net}}">{{net}}</i>', odd), odd)).toBe(
      '<i title="&lt;b&gt;&quot;&amp;"><span class="var" data-var="net">&lt;b&gt;&quot;&amp;</span></i>',
    )
  })

  it('are found after an apostrophe and a lone angle bracket', () => {
    expect(round("<p>it's 1 < 2, {{port}}</p>")).toBe(`<p>it's 1 < 2, ${span('port', '8080')}</p>`)
  })
})
