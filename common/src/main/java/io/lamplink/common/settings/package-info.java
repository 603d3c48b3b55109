/**
 * What a person has chosen, kept in one JSON file for each program. It knows keys and words, and nothing of what they mean.
 */
package io.lamplink.common.settings;
