/** Each point is a square that shows one shape of the sprites, in one colour. */
import { RAMP, RAMP_STEPS } from './scene.ts';
import { SPRITES } from './sprites.ts';

export const COLOURS = RAMP + RAMP_STEPS;

export const VERTEX = `#version 300 es
precision highp float;
layout(location = 0) in vec2 position;
layout(location = 1) in vec4 style;
uniform vec2 centre;
uniform vec2 zoom;
uniform float growth;
uniform float halo;
uniform vec3 ink;
uniform vec3 colours[${COLOURS}];
flat out vec4 colour;
flat out float shape;
void main() {
  gl_Position = vec4((position - centre) * zoom, 0.0, 1.0);
  gl_PointSize = style.z * growth + halo;
  colour = vec4(halo > 0.0 ? ink : colours[int(style.x)], style.w > 0.5 ? 0.3 : 1.0);
  shape = style.y;
}`;

export const FRAGMENT = `#version 300 es
precision mediump float;
uniform sampler2D sprites;
flat in vec4 colour;
flat in float shape;
out vec4 result;
void main() {
  vec2 at = vec2((shape + gl_PointCoord.x) / ${SPRITES}.0, gl_PointCoord.y);
  float alpha = texture(sprites, at).a * colour.a;
  if (alpha < 0.05) discard;
  result = vec4(colour.rgb * alpha, alpha);
}`;
