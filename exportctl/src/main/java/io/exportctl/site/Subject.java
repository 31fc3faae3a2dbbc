package io.exportctl.site;

/**
 * A person or an account with a page of its own, or a host of paperwork without one.
 *
 * @param number position among its like, from 0, by which the filters know it
 * @param name name for a person to read
 * @param page path of the page from the root of the site; empty for a host
 */
public record Subject(int number, String name, String page) {}
