package io.kith.edge;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Answers a refusal beside GraphQL in GraphQL's own shape, with the status that fits its code. */
@RestControllerAdvice
class RefusalsOverHttp {

    private static final Map<String, HttpStatus> STATUS = Map.of(
            "NOT_FOUND", HttpStatus.NOT_FOUND,
            "CONFLICT", HttpStatus.CONFLICT,
            "FORBIDDEN", HttpStatus.FORBIDDEN,
            "PASSWORD_NEEDED", HttpStatus.FORBIDDEN,
            "LIMIT_EXCEEDED", HttpStatus.CONTENT_TOO_LARGE,
            "UNAVAILABLE", HttpStatus.SERVICE_UNAVAILABLE);

    @ExceptionHandler
    ResponseEntity<Errors> refused(Refusal refusal) {
        return answer(refusal.code(), String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Errors> tooLarge(MaxUploadSizeExceededException refused) {
        return answer("LIMIT_EXCEEDED", "The upload is larger than spring.servlet.multipart.max-request-size allows.");
    }

    @ExceptionHandler
    ResponseEntity<Errors> notMultipart(MultipartException refused) {
        return answer("INVALID_INPUT", "The body is not multipart/form-data, or it ended too early.");
    }

    /** A header such as Accept that names no media type, or too many. */
    @ExceptionHandler
    ResponseEntity<Errors> notAMediaType(InvalidMimeTypeException refused) {
        return answer("INVALID_INPUT", "A header of the request names something that is no media type.");
    }

    private static ResponseEntity<Errors> answer(String code, String sentence) {
        var status = STATUS.getOrDefault(code, HttpStatus.BAD_REQUEST);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Errors(List.of(new OneError(sentence, Map.of("code", code)))));
    }

    record Errors(List<OneError> errors) {}

    record OneError(String message, Map<String, String> extensions) {}
}
